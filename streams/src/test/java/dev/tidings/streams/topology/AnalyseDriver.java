package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.schemas.kafka.SchemaRegistration;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.failure.DeserializationErrorHandler;
import dev.tidings.streams.failure.ProcessingErrorHandler;
import dev.tidings.streams.failure.ProductionErrorHandler;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.store.DeskStores;
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
final class AnalyseDriver implements AutoCloseable {

    private static final Instant RECEIVED = Instant.parse("2021-09-29T18:00:00Z");
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://analyse");
    private static final long MAX_ARTICLE_BYTES = 4L * 1024 * 1024;

    private final Topics topics;
    private final AvroSerdes serdes;
    private final Topology topology;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final TestOutputTopic<byte[], Analysed> desk;
    private final TestOutputTopic<byte[], DeadLetter> deadLetters;

    AnalyseDriver(Topics topics, AnalysisStages stages) {
        this(topics, stages, REGISTRY, Scope.ALL, DeskStores::builder);
    }

    private AnalyseDriver(
            Topics topics, AnalysisStages stages, Map<String, String> registry, Scope scope, StoreFactory stores) {
        this.topics = topics;
        new SchemaRegistration(REGISTRY).registerAll(topics);
        this.serdes = new AvroSerdes(REGISTRY);
        TopologyContext context = new TopologyContext(
                        topics, new AvroSerdes(registry), new RegistryPatience(() -> true), MAX_ARTICLE_BYTES)
                .within(scope)
                .storing(stores);
        this.topology = new AnalyseTopology(context, stages).build();
        this.driver = new TopologyTestDriver(topology, config());
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        raw = driver.createInputTopic(topics.raw().name(), new ByteArraySerializer(), new ByteArraySerializer());
        desk = driver.createOutputTopic(
                topics.unordered().name(), bytes, serdes.deserializer(topics.unordered(), Analysed.class));
        deadLetters = driver.createOutputTopic(
                topics.deadLetters().name(), bytes, serdes.deserializer(topics.deadLetters(), DeadLetter.class));
    }

    /** Returns a driver whose topology finds no registry at the other end of the line. */
    static AnalyseDriver withSilentRegistry(Topics topics) {
        return new AnalyseDriver(
                topics,
                AnalysisStages.standard(),
                Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", "0"),
                Scope.ALL,
                DeskStores::builder);
    }

    /** Returns a driver whose stores are kept in another way. */
    static AnalyseDriver storing(Topics topics, StoreFactory stores) {
        return new AnalyseDriver(topics, AnalysisStages.standard(), REGISTRY, Scope.ALL, stores);
    }

    /** Returns a driver for a part of the raw records. */
    static AnalyseDriver within(Topics topics, Scope scope) {
        return new AnalyseDriver(topics, AnalysisStages.standard(), REGISTRY, scope, DeskStores::builder);
    }

    private static Properties config() {
        Properties config = new Properties();
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingErrorHandler.class);
        config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionErrorHandler.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeserializationErrorHandler.class);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return config;
    }

    void pipe(RawArticle article) {
        pipe(new TestRecord<>(article.getArticleId().getBytes(UTF_8), bytes(article), RECEIVED));
    }

    void pipe(TestRecord<byte[], byte[]> record) {
        raw.pipeInput(record);
    }

    byte[] bytes(RawArticle article) {
        return serdes.<RawArticle>serializer(topics.raw())
                .serialize(topics.raw().name(), article);
    }

    TestRecord<byte[], Analysed> analysedRecord() {
        return desk.readRecord();
    }

    Analysed analysed() {
        return analysedRecord().value();
    }

    List<Analysed> analysedArticles() {
        return desk.readValuesToList();
    }

    EnrichedArticle article(Analysed analysed) {
        ByteBuffer bytes = analysed.getArticle().duplicate();
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        return serdes.deserializer(topics.enriched(), EnrichedArticle.class)
                .deserialize(topics.enriched().name(), value);
    }

    TestRecord<byte[], DeadLetter> deadLetterRecord() {
        return deadLetters.readRecord();
    }

    DeadLetter deadLetter() {
        return deadLetterRecord().value();
    }

    List<DeadLetter> deadLetters() {
        return deadLetters.readValuesToList();
    }

    String describe() {
        return topology.describe().toString();
    }

    @Override
    public void close() {
        driver.close();
    }
}
