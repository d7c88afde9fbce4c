package dev.tidings.consumer.subscribe.internal;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Consecutive records of one partition.
 *
 * @param partition where they stand
 * @param records in offset order; offsets have gaps where a transaction's markers or aborted records stand
 * @param next offset to read on from once they are done; beyond the last record's offset
 */
public record Batch(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {

    /** Freezes the records. */
    public Batch {
        records = List.copyOf(records);
    }

    /** Returns this batch without the records before an offset. */
    public Batch from(long offset) {
        boolean whole = records.isEmpty() || records.get(0).offset() >= offset;
        return whole
                ? this
                : new Batch(
                        partition,
                        records.stream()
                                .filter(record -> record.offset() >= offset)
                                .toList(),
                        next);
    }
}
