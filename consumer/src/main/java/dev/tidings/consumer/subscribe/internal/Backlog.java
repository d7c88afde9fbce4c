package dev.tidings.consumer.subscribe.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Batches that were read and are not done, in the order they came. */
final class Backlog {

    private final Deque<Batch> batches = new ArrayDeque<>();

    void add(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> found = records.records(partition);
            batches.add(new Batch(partition, found, found.get(found.size() - 1).offset() + 1));
        }
    }

    /** Returns the oldest; there must be one. */
    Batch firstBatch() {
        return batches.element();
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Drops what is done of the first batch. */
    void dropDone(long next) {
        Batch first = batches.remove();
        if (next < first.next()) {
            batches.addFirst(first.from(next));
        }
    }

    void dropPartitions(Collection<TopicPartition> partitions) {
        batches.removeIf(batch -> partitions.contains(batch.partition()));
    }
}
