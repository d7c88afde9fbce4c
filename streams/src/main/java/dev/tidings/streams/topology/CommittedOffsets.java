package dev.tidings.streams.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far a stage has committed the partitions of its source, as far as it has been seen. A broker that has just come
 * back can say that a group stands nowhere; what was seen here stays. Safe for use by many threads.
 */
public final class CommittedOffsets {

    private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();

    /** Makes it for a group that stands nowhere. */
    public CommittedOffsets() {}

    /**
     * Makes it for where a group stands.
     *
     * @param committed the first offset that has not been processed, by partition
     */
    public CommittedOffsets(Map<Integer, Long> committed) {
        committed.forEach(this::advanceTo);
    }

    /** Takes a commit in; a lower one than before changes nothing. */
    public void advanceTo(int partition, long committed) {
        offsets.merge(partition, committed, Math::max);
    }

    /** Returns the first offset of a partition that has not been processed; 0 where none is known. */
    public long of(int partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}
