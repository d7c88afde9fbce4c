package dev.tidings.text.language;

import java.util.Arrays;
import java.util.List;

/**
 * What the model knows of one script: the languages written in it, which rows their n-grams have, and the linear layer
 * that tells them apart. A script of one language has neither rows nor layer.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class ScriptModel {
    private final List<Language> languages;
    private final int firstBucket;
    private final int buckets;
    private final float[] weightsByDimension;
    private final float[] bias;

    /**
     * Weights are languages x {@link LanguageModel#DIMENSIONS}, the factor of the mean row for every output; bias one
     * a language.
     */
    ScriptModel(List<Language> languages, int firstBucket, int buckets, float[] weights, float[] bias) {
        this.languages = List.copyOf(languages);
        this.firstBucket = firstBucket;
        this.buckets = buckets;
        this.weightsByDimension = byDimension(weights, languages.size());
        this.bias = bias;
    }

    public List<Language> languages() {
        return languages;
    }

    public boolean hasOneLanguage() {
        return languages.size() == 1;
    }

    int firstBucket() {
        return firstBucket;
    }

    int buckets() {
        return buckets;
    }

    /** Returns one score a language from the sum of {@code count} rows. */
    public float[] scores(int[] sums, int count) {
        float[] scores = new float[languages.size()];
        writeScores(sums, count, scores);
        return scores;
    }

    /** Writes one score a language to the beginning of an array. */
    void writeScores(int[] sums, int count, float[] scores) {
        Arrays.fill(scores, 0, languages.size(), 0);
        for (int d = 0; d < LanguageModel.DIMENSIONS; d += 4) {
            addFour(scores, sums, d);
        }
        for (int c = 0; c < languages.size(); c++) {
            scores[c] = scores[c] / count + bias[c];
        }
    }

    /** Four dimensions a pass, since a pass costs more than its arithmetic. */
    private void addFour(float[] scores, int[] sums, int d) {
        float[] weights = weightsByDimension;
        int n = languages.size();
        int at = d * n;
        float s0 = sums[d];
        float s1 = sums[d + 1];
        float s2 = sums[d + 2];
        float s3 = sums[d + 3];
        for (int c = 0; c < n; c++) {
            scores[c] = scores[c]
                    + weights[at + c] * s0
                    + weights[at + n + c] * s1
                    + weights[at + 2 * n + c] * s2
                    + weights[at + 3 * n + c] * s3;
        }
    }

    /** Weights by dimension, then language, so that the processor adds up several languages at a time. */
    private static float[] byDimension(float[] weights, int languages) {
        float[] turned = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            turned[i % LanguageModel.DIMENSIONS * languages + i / LanguageModel.DIMENSIONS] = weights[i];
        }
        return turned;
    }
}
