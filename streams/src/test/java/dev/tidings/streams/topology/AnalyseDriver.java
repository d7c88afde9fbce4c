package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.failure.DeserializationErrorHandler;
import dev.tidings.streams.failure.ProcessingErrorHandler;
import dev.tidings.streams.failure.ProductionErrorHandler;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.topology.analyse.AnalyseTopology;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Drives the production analyse topology without a broker. */
public final class AnalyseDriver implements AutoCloseable {
    /** Of every article that {@link #rawArticle} makes. */
    public static final String URI = "seeds/a.txt";

    private static final Instant RECEIVED = Instant.parse("2021-09-29T18:00:00Z");
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://analyse");
    private static final long MAX_ARTICLE_BYTES = 4L * 1024 * 1024;

    private final Topics topics;
    private final AvroSerdes serdes;
    private final Topology topology;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final TestOutputTopic<byte[], Analysed> unordered;
    private final TestOutputTopic<byte[], DeadLetter> deadLetters;

    public AnalyseDriver(Topics topics, AnalysisStages stages) {
        this(topics, stages, REGISTRY, ReplayRange.ALL, DedupStores::storeBuilder);
    }

    private AnalyseDriver(
            Topics topics,
            AnalysisStages stages,
            Map<String, String> registry,
            ReplayRange replayRange,
            StoreFactory stores) {
        this.topics = topics;
        // As in production, where the live topics, raw among them, are there before any replay.
        new SchemaRegistration(REGISTRY).registerAll(Topics.of(Topics.DEFAULT_PREFIX));
        new SchemaRegistration(REGISTRY).registerAll(topics);
        this.serdes = new AvroSerdes(REGISTRY);
        TopologyContext context = new TopologyContext(
                        topics, new AvroSerdes(registry), new RegistryRetry(() -> true), MAX_ARTICLE_BYTES)
                .withinRange(replayRange)
                .storing(stores);
        this.topology = new AnalyseTopology(context, stages).build();
        this.driver = new TopologyTestDriver(topology, config());
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        raw = driver.createInputTopic(topics.raw().name(), new ByteArraySerializer(), new ByteArraySerializer());
        unordered = driver.createOutputTopic(
                topics.unordered().name(), bytes, serdes.deserializer(topics.unordered(), Analysed.class));
        deadLetters = driver.createOutputTopic(
                topics.deadLetters().name(), bytes, serdes.deserializer(topics.deadLetters(), DeadLetter.class));
    }

    /** Returns a driver whose topology finds no registry at the other end of the line. */
    public static AnalyseDriver withSilentRegistry(Topics topics) {
        return new AnalyseDriver(
                topics,
                AnalysisStages.standard(),
                Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", "0"),
                ReplayRange.ALL,
                DedupStores::storeBuilder);
    }

    /** Returns a driver whose stores are kept in another way. */
    static AnalyseDriver storing(Topics topics, StoreFactory stores) {
        return new AnalyseDriver(topics, AnalysisStages.standard(), REGISTRY, ReplayRange.ALL, stores);
    }

    /** Returns a driver for a range of the raw records. */
    static AnalyseDriver within(Topics topics, ReplayRange replayRange) {
        return new AnalyseDriver(topics, AnalysisStages.standard(), REGISTRY, replayRange, DedupStores::storeBuilder);
    }

    private static Properties config() {
        Properties config = new Properties();
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingErrorHandler.class);
        config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionErrorHandler.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeserializationErrorHandler.class);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return config;
    }

    public void pipe(RawArticle article) {
        pipe(new TestRecord<>(article.getArticleId().getBytes(UTF_8), bytes(article), RECEIVED));
    }

    public void pipe(TestRecord<byte[], byte[]> record) {
        raw.pipeInput(record);
    }

    public byte[] bytes(RawArticle article) {
        return serdes.<RawArticle>serializer(topics.raw())
                .serialize(topics.raw().name(), article);
    }

    /** Returns the value of an event that does not belong into raw. */
    public byte[] otherValue() {
        return serdes.<LedgerEntry>serializer(topics.ledger())
                .serialize(
                        topics.ledger().name(),
                        LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }

    /** Returns the next article, past the marks of dead letters. */
    public TestRecord<byte[], Analysed> analysedRecord() {
        TestRecord<byte[], Analysed> record = unordered.readRecord();
        while (isMark(record.value())) {
            record = unordered.readRecord();
        }
        return record;
    }

    private static boolean isMark(Analysed analysed) {
        return !analysed.getDeadLetterReason().isEmpty();
    }

    public Analysed analysed() {
        return analysedRecord().value();
    }

    public List<Analysed> analysedArticles() {
        return log().stream()
                .map(TestRecord::value)
                .filter(analysed -> !isMark(analysed))
                .toList();
    }

    /** Returns all records, the marks of dead letters among them. */
    public List<TestRecord<byte[], Analysed>> log() {
        return unordered.readRecordsToList();
    }

    public EnrichedArticle article(Analysed analysed) {
        ByteBuffer bytes = analysed.getArticle().duplicate();
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        return serdes.deserializer(topics.enriched(), EnrichedArticle.class)
                .deserialize(topics.enriched().name(), value);
    }

    public TestRecord<byte[], DeadLetter> deadLetterRecord() {
        return deadLetters.readRecord();
    }

    public DeadLetter deadLetter() {
        return deadLetterRecord().value();
    }

    public List<DeadLetter> deadLetters() {
        return deadLetters.readValuesToList();
    }

    public String describe() {
        return topology.describe().toString();
    }

    @Override
    public void close() {
        driver.close();
    }

    /** Returns a raw article of some bytes, the third revision of {@link #URI}. */
    public static RawArticle rawArticle(byte[] payload) {
        return RawArticle.newBuilder()
                .setArticleId(ArticleId.of(URI))
                .setUri(URI)
                .setRevision(3)
                .setSource("seeds")
                .setContentSha256(DeadLetters.sha256Hex(payload))
                .setPayload(ByteBuffer.wrap(payload))
                .setMediaType("text/plain")
                .setSourceFormat(SourceFormat.TEXT)
                .build();
    }
}
