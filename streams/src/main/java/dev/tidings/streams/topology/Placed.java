package dev.tidings.streams.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * A finished value and the raw partition it comes from, as the sink of analyse takes it. A topic with raw's partitions
 * keeps each record in its raw partition; one with a single partition, the desk, gets all of them.
 */
final class Placed {

    static final StreamPartitioner<byte[], Placed> PARTITIONER =
            (topic, key, placed, partitions) -> Optional.of(Set.of(placed.rawPartition % partitions));

    static final Serializer<Placed> SERIALIZER = (topic, placed) -> placed.value;

    private final int rawPartition;
    private final byte[] value;

    Placed(int rawPartition, byte[] value) {
        this.rawPartition = rawPartition;
        this.value = value;
    }
}
