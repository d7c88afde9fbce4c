package dev.tidings.streams.topology;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.analyse.Analysis;
import dev.tidings.streams.failure.DeadLetterProcessor;
import dev.tidings.streams.store.BoundedRocksDb;
import dev.tidings.streams.store.MarginStore;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Understands every article by itself, on as many threads and machines as {@code raw} has partitions.
 *
 * <pre>
 *  raw ─▶ read ─▶ decode ─▶ extract ─▶ margins ─▶ sketch ─▶ language ─▶ enrich ─▶ write ─▶ analysed
 *           └────────┴─────────┴──────────┴──────────┴─────────┴──────────┴─────────┴────▶ bury ─▶ dead-letters
 * </pre>
 *
 * <p>What it knows of the margins of hosts hangs on the order of one raw partition alone.
 */
public final class AnalyseTopology implements TopologyDefinition {

    static final String RAW = "raw";
    static final String READ = "read";
    static final String DECODE = "decode";
    static final String EXTRACT = "extract";
    static final String MARGINS = "margins";
    static final String SKETCH = "sketch";
    static final String LANGUAGE = "language";
    static final String ENRICH = "enrich";
    static final String WRITE = "write";
    static final String DESK = "analysed";
    static final String BURY = "bury";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Serializer<byte[]> TO_BYTES = new ByteArraySerializer();
    private static final Deserializer<byte[]> BYTES = new ByteArrayDeserializer();

    private final TopologyContext context;
    private final Topics topics;
    private final Analysis analysis;

    /** Makes the definition. */
    public AnalyseTopology(TopologyContext context, Analysis analysis) {
        this.context = context;
        this.topics = context.topics();
        this.analysis = analysis;
    }

    @Override
    public String name() {
        return "analyse";
    }

    @Override
    public int threads(int available) {
        return available;
    }

    @Override
    public Map<String, Object> config() {
        return Map.of(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    }

    @Override
    public Map<String, String> versions() {
        return analysis.versions();
    }

    @Override
    public Topology build() {
        String raw = topics.raw().name();
        return new Topology()
                .addSource(AutoOffsetReset.earliest(), RAW, new RawTime(), BYTES, BYTES, raw)
                .addProcessor(READ, () -> new RawReader(context), RAW)
                .addProcessor(DECODE, step(DECODE, FailureCategory.DECODING, analysis::decode, EXTRACT), READ)
                .addProcessor(EXTRACT, step(EXTRACT, FailureCategory.PARSE, analysis::extract, MARGINS), DECODE)
                .addProcessor(MARGINS, () -> new MarginProcessor(analysis), EXTRACT)
                .addStateStore(MarginStore.builder(), MARGINS)
                .addProcessor(SKETCH, step(SKETCH, FailureCategory.ENRICH, analysis::sketch, LANGUAGE), MARGINS)
                .addProcessor(LANGUAGE, step(LANGUAGE, FailureCategory.ENRICH, analysis::identify, ENRICH), SKETCH)
                .addProcessor(ENRICH, step(ENRICH, FailureCategory.ENRICH, analysis::enrich, WRITE), LANGUAGE)
                .addProcessor(WRITE, () -> new AnalysedWriter(context), ENRICH)
                .addSink(DESK, topics.unordered().name(), TO_BYTES, Placed.SERIALIZER, Placed.PARTITIONER, WRITE)
                .addProcessor(BURY, this::bury, READ, DECODE, EXTRACT, MARGINS, SKETCH, LANGUAGE, ENRICH, WRITE)
                .addSink(DEAD_LETTERS, topics.deadLetters().name(), TO_BYTES, TO_BYTES, BURY);
    }

    private static <I, O> ProcessorSupplier<byte[], InFlight<I>, byte[], Object> step(
            String name, FailureCategory rejected, Function<I, O> step, String next) {
        return () -> new StepProcessor<>(name, rejected, step, next);
    }

    private DeadLetterProcessor bury() {
        return new DeadLetterProcessor(
                topics.deadLetters(),
                context.serdes(),
                context.patience(),
                context.maxArticleBytes(),
                position -> context.scope().writes(position.partition(), position.offset()));
    }
}
