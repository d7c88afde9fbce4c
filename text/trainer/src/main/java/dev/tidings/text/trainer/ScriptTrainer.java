package dev.tidings.text.trainer;

import dev.tidings.text.language.LanguageModel;
import dev.tidings.text.language.NgramFeatures;
import dev.tidings.text.language.NgramTable;
import dev.tidings.text.language.TextExcerpt;
import java.util.SplittableRandom;

/**
 * Trains one script: the mean of its features' rows goes through a linear layer and a softmax over the script's
 * languages (the supervised model of Joulin et al. 2016, "Bag of Tricks for Efficient Text Classification"), by plain
 * stochastic gradient descent on one thread, so that equal inputs give equal bytes.
 */
final class ScriptTrainer {
    private static final int DIMENSIONS = LanguageModel.DIMENSIONS;

    private final ScriptClasses scriptClasses;
    private final int script;
    private final NgramTable table;
    private final int buckets;
    private final float[] rows;
    private final float[] weights;
    private final float[] bias;
    private final float[] mean = new float[DIMENSIONS];
    private final float[] gradient = new float[DIMENSIONS];
    private final float[] outputs;

    ScriptTrainer(ScriptClasses scriptClasses, int script, int[] checks, long seed) {
        this.scriptClasses = scriptClasses;
        this.script = script;
        this.table = new NgramTable(checks);
        this.buckets = checks.length;
        this.rows = new float[checks.length * NgramTable.BUCKET * DIMENSIONS];
        this.weights = new float[scriptClasses.size() * DIMENSIONS];
        this.bias = new float[scriptClasses.size()];
        this.outputs = new float[scriptClasses.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) ((random.nextDouble() - 0.5) * 2 / DIMENSIONS);
        }
    }

    float[] quantisedRows() {
        return rows;
    }

    float[] weights() {
        return weights;
    }

    float[] bias() {
        return bias;
    }

    /**
     * Trains on random samples, the learning rate falling from {@code rate} to 0.
     *
     * @return mean loss, in nats, over the last tenth of the samples
     */
    double trainSamples(int samples, double rate, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);
        NgramFeatures ngramFeatures = new NgramFeatures();
        int[] known = new int[1 << 14];
        int lastTenth = samples - samples / 10;
        double loss = 0;
        for (int i = 0; i < samples; i++) {
            ScriptClasses.Sample sample = scriptClasses.drawSample(random);
            textExcerpt.readText(sample.text());
            ngramFeatures.collectFeatures(textExcerpt, script);
            int n = knownFeatures(ngramFeatures, known);
            if (n > 0) {
                double lost = gradientStep(known, n, sample.label(), (float) (rate * (samples - i) / samples));
                loss += i >= lastTenth ? lost : 0;
            }
        }
        return loss / Math.max(1, samples - lastTenth);
    }

    private int knownFeatures(NgramFeatures ngramFeatures, int[] known) {
        int n = 0;
        for (int k = 0; k < ngramFeatures.size() && n < known.length; k++) {
            int row = table.findRow(ngramFeatures.hash(k), 0, buckets);
            if (row != NgramTable.UNKNOWN) {
                known[n++] = row * DIMENSIONS;
            }
        }
        return n;
    }

    private double gradientStep(int[] known, int n, int label, float rate) {
        averageRows(known, n);
        double probability = softmax(label);
        java.util.Arrays.fill(gradient, 0);
        for (int c = 0; c < outputs.length; c++) {
            float error = rate * ((c == label ? 1 : 0) - outputs[c]);
            int at = c * DIMENSIONS;
            for (int d = 0; d < DIMENSIONS; d++) {
                gradient[d] += error * weights[at + d];
                weights[at + d] += error * mean[d];
            }
            bias[c] += error;
        }
        for (int d = 0; d < DIMENSIONS; d++) {
            gradient[d] /= n;
        }
        for (int k = 0; k < n; k++) {
            int at = known[k];
            for (int d = 0; d < DIMENSIONS; d++) {
                rows[at + d] += gradient[d];
            }
        }
        return -StrictMath.log(Math.max(probability, 1e-9));
    }

    private void averageRows(int[] known, int n) {
        java.util.Arrays.fill(mean, 0);
        for (int k = 0; k < n; k++) {
            int at = known[k];
            for (int d = 0; d < DIMENSIONS; d++) {
                mean[d] += rows[at + d];
            }
        }
        for (int d = 0; d < DIMENSIONS; d++) {
            mean[d] /= n;
        }
    }

    private double softmax(int label) {
        float max = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < outputs.length; c++) {
            float sum = bias[c];
            for (int d = 0; d < DIMENSIONS; d++) {
                sum += weights[c * DIMENSIONS + d] * mean[d];
            }
            outputs[c] = sum;
            max = Math.max(max, sum);
        }
        double total = 0;
        for (int c = 0; c < outputs.length; c++) {
            outputs[c] = (float) StrictMath.exp(outputs[c] - max);
            total += outputs[c];
        }
        for (int c = 0; c < outputs.length; c++) {
            outputs[c] = (float) (outputs[c] / total);
        }
        return outputs[label];
    }
}
