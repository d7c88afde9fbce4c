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
    private static final int FEWEST = 4;

    private final ScriptClasses scriptClasses;
    private final int script;

    FeatureSelection(ScriptClasses scriptClasses, int script) {
        this.scriptClasses = scriptClasses;
        this.script = script;
    }

    /** Returns the check bytes of {@code buckets} buckets, filled from {@code samples} samples. */
    int[] choose(int buckets, int samples, long seed) {
        HashCounts counts = new HashCounts(1);
        walk(samples, seed, (label, hash) -> counts.increment(hash, 0));
        HashCounts frequent = counts.withAtLeast(FEWEST, scriptClasses.size());
        long[] perClass = new long[scriptClasses.size()];
        walk(samples, seed, (label, hash) -> {
            if (frequent.incrementKnown(hash, label)) {
                perClass[label]++;
            }
        });
        return fill(frequent, perClass, buckets);
    }

    private interface Visit {
        void feature(int label, long hash);
    }

    private void walk(int samples, long seed, Visit visit) {
        SplittableRandom random = new SplittableRandom(seed);
        TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);
        NgramFeatures ngramFeatures = new NgramFeatures();
        for (int i = 0; i < samples; i++) {
            ScriptClasses.Sample sample = scriptClasses.draw(random);
            textExcerpt.read(sample.text());
            ngramFeatures.collect(textExcerpt, script);
            for (int k = 0; k < ngramFeatures.size(); k++) {
                visit.feature(sample.label(), ngramFeatures.hash(k));
            }
        }
    }

    private record Scored(long hash, double score) {}

    private int[] fill(HashCounts counts, long[] perClass, int buckets) {
        long total = 0;
        for (long n : perClass) {
            total += n;
        }
        double[] logShare = new double[perClass.length];
        for (int c = 0; c < perClass.length; c++) {
            logShare[c] = StrictMath.log((perClass[c] + 1.0) / (total + perClass.length));
        }
        List<Scored> scored = new ArrayList<>();
        counts.forEach((hash, row) -> scored.add(new Scored(hash, information(row, logShare))));
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::hash));
        return place(scored, buckets);
    }

    private static double information(int[] counts, double[] logShare) {
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

    private static int[] place(List<Scored> scored, int buckets) {
        int[] checks = new int[buckets];
        int[] used = new int[buckets];
        for (Scored feature : scored) {
            int bucket = NgramTable.bucket(feature.hash(), buckets);
            if (used[bucket] < NgramTable.BUCKET
                    && !holds(checks[bucket], used[bucket], NgramTable.check(feature.hash()))) {
                checks[bucket] |= NgramTable.check(feature.hash()) << (8 * used[bucket]++);
            }
        }
        return checks;
    }

    private static boolean holds(int checks, int used, int check) {
        for (int i = 0; i < used; i++) {
            if (((checks >>> (8 * i)) & 0xFF) == check) {
                return true;
            }
        }
        return false;
    }
}
