package dev.tidings.streams.dedup.index;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The watermark of deduplication, in raw time: the newest time of the slowest raw partition. A partition from which
 * nothing came for an hour, by the time of the fastest one, does not count. Never goes back, and knows no wall clock.
 *
 * <p>It moves one day at most with each record, whatever time that has: a single one from a broker whose clock is wrong
 * moves it by a day, and behind a real gap it has caught up after as many records as the gap has days.
 *
 * @param time milliseconds since 1970; {@link #UNSET} before the first record
 * @param partitions what is known of each raw partition
 */
public record Watermark(long time, SortedMap<Integer, Progress> partitions) {

    /** Time of a watermark before the first record. */
    public static final long UNSET = Long.MIN_VALUE / 2;

    private static final long IDLE_MILLIS = 3_600_000;
    private static final long MAX_STEP_MILLIS = 86_400_000;

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

    /** Returns whether a raw time is further ahead than the watermark moves at once. */
    public boolean isAhead(long rawTime) {
        return time != UNSET && rawTime - MAX_STEP_MILLIS > time;
    }

    /** Returns the watermark after a record. */
    public Watermark afterRecord(int partition, long rawTime) {
        long counted = isAhead(rawTime) ? time + MAX_STEP_MILLIS : rawTime;
        TreeMap<Integer, Progress> next = new TreeMap<>(partitions);
        Progress before = next.get(partition);
        long newest = before == null ? counted : Math.max(before.newest(), counted);
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
