package dev.tidings.app.bench;

import java.util.Arrays;

/** Percentiles of durations. Immutable. */
final class Percentiles {
    private final long[] sorted;

    private Percentiles(long[] sorted) {
        this.sorted = sorted;
    }

    /** Takes durations in nanoseconds, at least one. */
    static Percentiles of(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("no duration, no percentile");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /** The smallest duration that so many percent do not exceed (nearest rank), in milliseconds. */
    double percentileMillis(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return Math.round(sorted[Math.max(0, rank - 1)] / 1e5) / 10.0;
    }
}
