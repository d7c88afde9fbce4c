package dev.tidings.text.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses the features that get a row: those that tell the most about the language, by count times Kullback-Leibler
 * divergence of the languages' shares given the feature from their shares overall.
 */
final class Vocabulary {
    private static final int FEWEST = 4;

    private final Classes classes;
    private final int script;

    Vocabulary(Classes classes, int script) {
        this.classes = classes;
        this.script = script;
    }

    /** Returns the check bytes of {@code buckets} buckets, filled from {@code samples} samples. */
    int[] choose(int buckets, int samples, long seed) {
        HashCounts counts = new HashCounts(1);
        walk(samples, seed, (label, hash) -> counts.increment(hash, 0));
        HashCounts frequent = counts.withAtLeast(FEWEST, classes.size());
        long[] perClass = new long[classes.size()];
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
        Excerpt excerpt = new Excerpt(Excerpt.WINDOW);
        Grams grams = new Grams();
        for (int i = 0; i < samples; i++) {
            Classes.Sample sample = classes.draw(random);
            excerpt.read(sample.text());
            grams.collect(excerpt, script);
            for (int k = 0; k < grams.size(); k++) {
                visit.feature(sample.label(), grams.hash(k));
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
            int bucket = GramTable.bucket(feature.hash(), buckets);
            if (used[bucket] < GramTable.BUCKET
                    && !holds(checks[bucket], used[bucket], GramTable.check(feature.hash()))) {
                checks[bucket] |= GramTable.check(feature.hash()) << (8 * used[bucket]++);
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
