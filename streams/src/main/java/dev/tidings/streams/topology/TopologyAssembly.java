package dev.tidings.streams.topology;

import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.failure.DeadLetterProcessor;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Builds a topology from the parts that all of ours consist of: a source of bytes, processors, sinks of bytes, and a
 * sink of dead letters.
 */
public final class TopologyAssembly {

    /** The processor right below the source. */
    public static final String READ = "read";
    /** The processor that makes a dead letter of a failed record. */
    public static final String DEAD_LETTER = "dead-letter";
    /** The sink of dead letters. */
    static final String DEAD_LETTERS = "dead-letters";

    private static final Serializer<byte[]> TO_BYTES = new ByteArraySerializer();
    private static final Deserializer<byte[]> BYTES = new ByteArrayDeserializer();

    private final TopologyContext context;
    private final String stage;
    private final Topology topology = new Topology();

    /**
     * Begins a topology.
     *
     * @param stage its name, for whoever observes it
     */
    public TopologyAssembly(TopologyContext context, String stage) {
        this.context = context;
        this.stage = stage;
    }

    public TopologyAssembly source(String name, Topic topic) {
        topology.addSource(AutoOffsetReset.earliest(), name, new RawTimestampExtractor(), BYTES, BYTES, topic.name());
        return this;
    }

    public <I, O> TopologyAssembly processor(
            String name, ProcessorSupplier<byte[], I, byte[], O> processor, String... parents) {
        topology.addProcessor(name, observed(name, processor), parents);
        return this;
    }

    private <I, O> ProcessorSupplier<byte[], I, byte[], O> observed(
            String name, ProcessorSupplier<byte[], I, byte[], O> processor) {
        StageObserver observer = context.observer();
        return observer == StageObserver.NONE
                ? processor
                : () -> new ObservedProcessor<>(processor.get(), observer, stage, name);
    }

    public TopologyAssembly stores(List<String> names, String processor) {
        names.forEach(store -> topology.addStateStore(context.stores().builder(store), processor));
        return this;
    }

    public TopologyAssembly sink(String name, Topic topic, String parent) {
        topology.addSink(name, topic.name(), TO_BYTES, TO_BYTES, parent);
        return this;
    }

    public TopologyAssembly sink(
            String name, Topic topic, StreamPartitioner<byte[], byte[]> partitions, String parent) {
        return sink(name, topic, TO_BYTES, partitions, parent);
    }

    public <V> TopologyAssembly sink(
            String name,
            Topic topic,
            Serializer<V> values,
            StreamPartitioner<byte[], V> partitions,
            String... parents) {
        topology.addSink(name, topic.name(), TO_BYTES, values, partitions, parents);
        return this;
    }

    /**
     * Adds the dead letters and returns the topology.
     *
     * @param wanted whether the failed record at a position gets a letter
     * @param parents processors whose records may fail
     */
    public Topology deadLetters(Predicate<Position> wanted, List<String> parents) {
        return processor(DEAD_LETTER, () -> deadLetter(wanted), parents.toArray(String[]::new))
                .topology
                .addSink(DEAD_LETTERS, context.topics().deadLetters().name(), TO_BYTES, TO_BYTES, DEAD_LETTER);
    }

    private DeadLetterProcessor deadLetter(Predicate<Position> wanted) {
        return new DeadLetterProcessor(
                context.topics().deadLetters(),
                context.serdes(),
                context.registryRetry(),
                context.maxArticleBytes(),
                context.sizeGuard(),
                wanted);
    }
}
