package dev.tidings.streams.replay.plan;

import dev.tidings.streams.topology.ReplayRange;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads, frozen when it is planned.
 *
 * <p>Not part of the API: public for the packages of replay.
 *
 * @param ranges the offsets of each raw partition
 */
public record ReplayPlan(Map<Integer, Range> ranges) implements ReplayRange {

    /**
     * Offsets of one raw partition: {@code warmUp ≤ start ≤ end}.
     *
     * @param warmUp first offset that is read
     * @param start first offset whose output is written
     * @param end the offset after the last record that is read, so that having passed it is having processed that
     *     record; equal to {@code warmUp} when there is none
     */
    public record Range(long warmUp, long start, long end) {

        /** Refuses offsets in another order. */
        public Range {
            if (warmUp < 0 || warmUp > start || start > end) {
                throw new IllegalArgumentException(
                        "expected warm-up ≤ start ≤ end, was " + warmUp + ", " + start + ", " + end);
            }
        }
    }

    /** Freezes the ranges. */
    public ReplayPlan {
        ranges = Map.copyOf(ranges);
    }

    @Override
    public boolean includesSource(int partition, long offset) {
        Range range = partitionRange(partition);
        return range != null && offset >= range.warmUp() && offset < range.end();
    }

    @Override
    public boolean writesOutput(int partition, long offset) {
        Range range = partitionRange(partition);
        return range != null && offset >= range.start() && offset < range.end();
    }

    /** A partition that raw got after the plan is beyond its end. */
    private @Nullable Range partitionRange(int partition) {
        return ranges.get(partition);
    }

    /** Returns how many offsets are read, transaction markers included. */
    public long offsetCount() {
        return ranges.values().stream()
                .mapToLong(range -> range.end() - range.warmUp())
                .sum();
    }

    /** Returns whether no output is wanted of any record. */
    boolean isEmpty() {
        return ranges.values().stream().allMatch(range -> range.start() == range.end());
    }

    /** Returns how many of the offsets an application has passed that has committed these. */
    public long passed(Map<Integer, Long> committed) {
        long passed = 0;
        for (Map.Entry<Integer, Range> entry : ranges.entrySet()) {
            Range range = entry.getValue();
            long reached = committed.getOrDefault(entry.getKey(), range.warmUp());
            passed += Math.max(0, Math.min(reached, range.end()) - range.warmUp());
        }
        return passed;
    }

    /** Returns whether an application has processed every record of a partition that has committed these. */
    public boolean passed(int partition, Map<Integer, Long> committed) {
        Range range = partitionRange(partition);
        return range == null || committed.getOrDefault(partition, range.warmUp()) >= range.end();
    }

    /** Returns the first offset of each partition that is read. */
    public Map<Integer, Long> warmUps() {
        Map<Integer, Long> warmUps = new TreeMap<>();
        ranges.forEach((partition, range) -> warmUps.put(partition, range.warmUp()));
        return warmUps;
    }
}
