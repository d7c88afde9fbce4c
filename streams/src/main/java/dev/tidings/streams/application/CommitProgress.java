package dev.tidings.streams.application;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells a stalled application from one that works: records it has fetched must be committed before long. Not safe for
 * use by several threads at once.
 */
final class CommitProgress {

    /**
     * Where an application stands in a partition.
     *
     * @param committed offset up to which it has committed; below 0 before the first commit
     * @param fetched offset of the last record it has fetched; below 0 before the first
     */
    record Position(long committed, long fetched) {

        boolean isWaiting() {
            return fetched >= 0 && fetched >= committed;
        }
    }

    private record Since(long committed, Instant time) {}

    private final Map<TopicPartition, Since> waiting = new HashMap<>();

    /** Returns for how long records have been waiting without a commit, as far as it has been observed. */
    Duration observePositions(Map<TopicPartition, Position> positions, Instant now) {
        waiting.keySet().retainAll(positions.keySet());
        Duration longest = Duration.ZERO;
        for (Map.Entry<TopicPartition, Position> entry : positions.entrySet()) {
            Duration wait = waitingTime(entry.getKey(), entry.getValue(), now);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private Duration waitingTime(TopicPartition partition, Position position, Instant now) {
        if (!position.isWaiting()) {
            waiting.remove(partition);
            return Duration.ZERO;
        }
        Since since = waiting.get(partition);
        if (since == null || since.committed() != position.committed()) {
            waiting.put(partition, new Since(position.committed(), now));
            return Duration.ZERO;
        }
        return Duration.between(since.time(), now);
    }
}
