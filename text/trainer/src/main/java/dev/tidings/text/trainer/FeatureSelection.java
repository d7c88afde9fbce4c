package dev.tidings.text.trainer;

import dev.tidings.text.language.NgramFeatures;
import dev.tidings.text.language.NgramTable;
import dev.tidings.text.language.TextExcerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses the features that get a row: those that tell the most about the language, by count times Kullback-Leibler
 * divergence of the languages' shares given the feature from their shares overall.
 */
final class FeatureSelection {
    private static final int MIN_COUNT = 4;

    private final ScriptClasses scriptClasses;
    private final int script;

    FeatureSelection(ScriptClasses scriptClasses, int script) {
        this.scriptClasses = scriptClasses;
        this.script = script;
    }

    /** Returns the check bytes of {@code buckets} buckets, filled from {@code samples} samples. */
    int[] chooseFeatures(int buckets, int samples, long seed) {
        HashCounts counts = new HashCounts(1);
        walkFeatures(samples, seed, (label, hash) -> counts.increment(hash, 0));
        HashCounts frequent = counts.withAtLeast(MIN_COUNT, scriptClasses.size());
        long[] perClass = new long[scriptClasses.size()];
        walkFeatures(samples, seed, (label, hash) -> {
            if (frequent.incrementKnown(hash, label)) {
                perClass[label]++;
            }
        });
        return fillBuckets(frequent, perClass, buckets);
    }

    private interface Visit {
        void visitFeature(int label, long hash);
    }

    private void walkFeatures(int samples, long seed, Visit visit) {
        SplittableRandom random = new SplittableRandom(seed);
        TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);
        NgramFeatures ngramFeatures = new NgramFeatures();
        for (int i = 0; i < samples; i++) {
            ScriptClasses.Sample sample = scriptClasses.drawSample(random);
            textExcerpt.readText(sample.text());
            ngramFeatures.collectFeatures(textExcerpt, script);
            for (int k = 0; k < ngramFeatures.size(); k++) {
                visit.visitFeature(sample.label(), ngramFeatures.hash(k));
            }
        }
    }

    private record Scored(long hash, double score) {}

    private int[] fillBuckets(HashCounts counts, long[] perClass, int buckets) {
        long total = 0;
        for (long n : perClass) {
            total += n;
        }
        double[] logShare = new double[perClass.length];
        for (int c = 0; c < perClass.length; c++) {
            logShare[c] = StrictMath.log((perClass[c] + 1.0) / (total + perClass.length));
        }
        List<Scored> scored = new ArrayList<>();
        counts.forEach((hash, row) -> scored.add(new Scored(hash, informationGain(row, logShare))));
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::hash));
        return placeFeature(scored, buckets);
    }

    private static double informationGain(int[] counts, double[] logShare) {
        double sum = 0;
        for (int n : counts) {
            sum += n;
        }
        double information = 0;
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                information += counts[c] * (StrictMath.log(counts[c] / sum) - logShare[c]);
            }
        }
        return information;
    }

    private static int[] placeFeature(List<Scored> scored, int buckets) {
        int[] checks = new int[buckets];
        int[] used = new int[buckets];
        for (Scored feature : scored) {
            int bucket = NgramTable.bucketOf(feature.hash(), buckets);
            if (used[bucket] < NgramTable.BUCKET
                    && !holdsFeature(checks[bucket], used[bucket], NgramTable.checkByte(feature.hash()))) {
                checks[bucket] |= NgramTable.checkByte(feature.hash()) << (8 * used[bucket]++);
            }
        }
        return checks;
    }

    private static boolean holdsFeature(int checks, int used, int check) {
        for (int i = 0; i < used; i++) {
            if (((checks >>> (8 * i)) & 0xFF) == check) {
                return true;
            }
        }
        return false;
    }
}
