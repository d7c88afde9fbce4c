package dev.tidings.streams.dedup.index;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The watermark of deduplication, in raw time: the newest time of the slowest raw partition. A partition from which
 * nothing came for an hour, by the time of the fastest one, does not count. Never goes back, and knows no wall clock.
 *
 * @param time milliseconds since 1970; {@link #UNSET} before the first record
 * @param partitions what is known of each raw partition
 */
public record Watermark(long time, SortedMap<Integer, Progress> partitions) {

    /** Time of a watermark before the first record. */
    public static final long UNSET = Long.MIN_VALUE / 2;

    private static final long IDLE_MILLIS = 3_600_000;

    /**
     * Progress of one raw partition.
     *
     * @param newest newest raw time of it
     * @param seenAt newest raw time of all partitions when a record of this one last came
     */
    public record Progress(long newest, long seenAt) {}

    /** Freezes the map. */
    public Watermark {
        partitions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    }

    /** Returns the watermark before the first record. */
    public static Watermark unset() {
        return new Watermark(UNSET, new TreeMap<>());
    }

    /** Returns the watermark after a record. */
    public Watermark afterRecord(int partition, long rawTime) {
        TreeMap<Integer, Progress> next = new TreeMap<>(partitions);
        Progress before = next.get(partition);
        long newest = before == null ? rawTime : Math.max(before.newest(), rawTime);
        next.put(partition, new Progress(newest, newest));
        long fastest = next.values().stream().mapToLong(Progress::newest).max().orElse(newest);
        next.put(partition, new Progress(newest, fastest));
        long slowest = next.values().stream()
                .filter(progress -> progress.seenAt() >= fastest - IDLE_MILLIS)
                .mapToLong(Progress::newest)
                .min()
                .orElse(newest);
        return new Watermark(Math.max(time, slowest), next);
    }
}
