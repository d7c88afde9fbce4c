package dev.tidings.app.bench;

import dev.tidings.schemas.Topics;
import dev.tidings.streams.topology.TopologyDefinition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * Raw articles in, the same bytes out: what Kafka Streams itself takes, with the settings of the real topologies. The
 * ceiling of any pipeline.
 */
public final class PassThroughTopology implements TopologyDefinition {
    private static final String NAME = "pass-through";

    private final Topics topics;

    /**
     * Makes the topology.
     *
     * @param topics of which raw is read
     */
    public PassThroughTopology(Topics topics) {
        this.topics = topics;
    }

    /** Returns the topics of what comes out, partitioned as raw is; enriched alone is written. */
    static Topics outputTopic(Topics topics) {
        return Topics.of(topics.prefix() + ".bench").withPartitions(topics.raw().partitions());
    }

    /** Returns the consumer group. */
    static String group(Topics topics) {
        return topics.idPrefix() + NAME;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int threadCount(int available) {
        return available;
    }

    @Override
    public Topology build() {
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "raw",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.raw().name())
                .addSink(
                        "out",
                        outputTopic(topics).enriched().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "raw");
    }
}
