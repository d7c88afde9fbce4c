package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks the receiver where to start and takes the consumer there. */
final class StartingPoints {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionAssignment assignment;
    private final BatchReceiver receiver;

    StartingPoints(Consumer<byte[], byte[]> consumer, PartitionAssignment assignment, BatchReceiver receiver) {
        this.consumer = consumer;
        this.assignment = assignment;
        this.receiver = receiver;
    }

    void seekTo(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> starts = receiver.startOffsets(partitionLogs(partitions));
        for (TopicPartition partition : partitions) {
            Long start = starts.get(partition);
            if (start == null) {
                throw new IllegalStateException("the receiver did not say where to start " + partition);
            }
            consumer.seek(partition, start);
            // Remembered before anything is read: whoever comes after a crash starts there, and not at a later now.
            assignment.markDone(partition, start);
        }
    }

    private Map<TopicPartition, PartitionLog> partitionLogs(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, TIMEOUT);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
        Map<TopicPartition, Long> committed = assignment.findCommitted(partitions);
        Map<TopicPartition, PartitionLog> logs = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long start = starts.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, start);
            logs.put(partition, new PartitionLog(start, end, offset(committed.get(partition))));
        }
        return logs;
    }

    private static OptionalLong offset(@Nullable Long committed) {
        return committed == null ? OptionalLong.empty() : OptionalLong.of(committed);
    }
}
