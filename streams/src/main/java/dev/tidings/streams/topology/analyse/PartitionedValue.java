package dev.tidings.streams.topology.analyse;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * A finished value and the raw partition it comes from, as the sink of analyse takes it. A topic with raw's partitions
 * keeps each record in its raw partition; one with a single partition gets all of them.
 */
public final class PartitionedValue {

    /** Puts the value where its raw record stood. */
    // The form with headers, by which Kafka means to replace this one, falls back on it.
    @SuppressWarnings("removal")
    public static final StreamPartitioner<byte[], PartitionedValue> PARTITIONER =
            (topic, key, value, partitions) -> Optional.of(Set.of(value.rawPartition % partitions));

    /** Writes the value as it is. */
    public static final Serializer<PartitionedValue> SERIALIZER = (topic, value) -> value.bytes;

    private final int rawPartition;
    private final byte[] bytes;

    PartitionedValue(int rawPartition, byte[] bytes) {
        this.rawPartition = rawPartition;
        this.bytes = bytes;
    }
}
