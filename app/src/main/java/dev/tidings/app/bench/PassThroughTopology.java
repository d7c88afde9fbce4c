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

    /**
     * What comes out.
     *
     * @return topics of which enriched alone is written
     */
    public static Topics output() {
        return Topics.withPrefix(Topics.LIVE_PREFIX + "bench.");
    }

    /** What stands before the name in the application id. */
    public static final String ID_PREFIX = "tidings-bench-";

    /** The consumer group. */
    static final String GROUP = ID_PREFIX + NAME;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int threads(int available) {
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
                        Topics.live().raw().name())
                .addSink(
                        "out", output().enriched().name(), new ByteArraySerializer(), new ByteArraySerializer(), "raw");
    }
}
