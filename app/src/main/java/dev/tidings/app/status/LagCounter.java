package dev.tidings.app.status;

import dev.tidings.kafka.admin.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts the records between where a reader stands and the end. Offsets will not do: the markers of transactions, what
 * was aborted and what was compacted away take offsets too. Where there is more than can be read in the time it is
 * given, it goes by the share of records among the offsets that it has seen.
 */
final class LagCounter {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final LogReader log;

    LagCounter(LogReader log) {
        this.log = log;
    }

    /** What was seen of the partitions of one reader. */
    private static final class Seen {
        private final Map<TopicPartition, Long> records = new HashMap<>();
        private long oldest = Long.MAX_VALUE;

        void addRecord(ConsumerRecord<byte[], byte[]> record) {
            records.merge(new TopicPartition(record.topic(), record.partition()), 1L, Long::sum);
            oldest = Math.min(oldest, record.timestamp());
        }

        long countOf(TopicPartition partition) {
            return records.getOrDefault(partition, 0L);
        }
    }

    /**
     * Counts what waits for a reader.
     *
     * @param positions where it stands, by partition
     * @param ends where each of these ends for readers of committed records
     */
    Lag countWaiting(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> behind = new HashMap<>(positions);
        behind.entrySet().removeIf(position -> position.getValue() >= ends.getOrDefault(position.getKey(), 0L));
        if (behind.isEmpty()) {
            return Lag.NONE;
        }
        Seen seen = new Seen();
        Map<TopicPartition, Long> reached = log.readStretches(behind, ends, seen::addRecord, LIMIT);
        long records = 0;
        boolean exact = true;
        for (Map.Entry<TopicPartition, Long> start : behind.entrySet()) {
            TopicPartition partition = start.getKey();
            long end = ends.getOrDefault(partition, 0L);
            long position = reached.getOrDefault(partition, start.getValue());
            exact &= position >= end;
            records += position >= end
                    ? seen.countOf(partition)
                    : estimate(seen.countOf(partition), position - start.getValue(), end - start.getValue());
        }
        return new Lag(records, exact, oldestOf(seen));
    }

    /** Returns how many records so many offsets will hold, where some of them held {@code counted}. */
    static long estimate(long counted, long offsetsSeen, long offsets) {
        return offsetsSeen <= 0 ? offsets : Math.round((double) counted * offsets / offsetsSeen);
    }

    private static Optional<Instant> oldestOf(Seen seen) {
        return seen.oldest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seen.oldest));
    }
}
