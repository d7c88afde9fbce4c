package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Evidence;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.match.Withholding;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.topology.dedup.DedupTopology;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The deduplication topology of production over a registry in memory, fed by hand. */
public final class DedupRun implements AutoCloseable {

    public static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    public static final Instant START = Instant.parse("2021-09-29T12:00:00Z");

    static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://dedup");

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> analysed;
    private long offset;

    public DedupRun(Path stateFolder) {
        this(stateFolder, ReplayRange.ALL);
    }

    DedupRun(Path stateFolder, ReplayRange replayRange) {
        this(stateFolder, replayRange, DedupStores::storeBuilder);
    }

    DedupRun(Path stateFolder, ResumePoint resumePoint) {
        this(stateFolder, topology().resumingAt(resumePoint));
    }

    DedupRun(Path stateFolder, ReplayRange replayRange, StoreFactory stores) {
        this(stateFolder, topology(replayRange, stores));
    }

    private DedupRun(Path stateFolder, DedupTopology topology) {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "dedup-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        config.putAll(topology.kafkaStreamsConfig());
        driver = new TopologyTestDriver(topology.build(), config, START);
        analysed =
                driver.createInputTopic(TOPICS.analysed().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns the topology as production builds it, on a registry in memory. */
    public static DedupTopology topology() {
        return topology(ReplayRange.ALL, DedupStores::storeBuilder);
    }

    /** Returns a run that withholds other articles than production does by default. */
    public static DedupRun withholding(Path stateFolder, Withholding withholding) {
        return new DedupRun(stateFolder, topology(ReplayRange.ALL, DedupStores::storeBuilder, withholding));
    }

    static DedupTopology topology(ReplayRange replayRange, StoreFactory stores) {
        return topology(replayRange, stores, Withholding.COPIES);
    }

    private static DedupTopology topology(ReplayRange replayRange, StoreFactory stores, Withholding withholding) {
        RegistryRetry registryRetry = new RegistryRetry(() -> true);
        TopologyContext context = new TopologyContext(TOPICS, new AvroSerdes(REGISTRY), registryRetry, 4 * 1024 * 1024);
        return new DedupTopology(context.withinRange(replayRange).storing(stores), DedupWindows.DEFAULT, withholding);
    }

    /** Returns the event of an article as analyse makes it, at the next raw offset. */
    public Analysed.Builder article(String name, String text) {
        String id = ArticleId.of("test/" + name);
        Sketch sketch = Sketcher.computeSketch(new SketchInput(Optional.empty(), text, Optional.empty()));
        EnrichedArticle event = EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setUri("test/" + name)
                .setText(text)
                .build();
        return Analysed.newBuilder()
                .setArticleId(id)
                .setUri("test/" + name)
                .setSource("test")
                .setTitle("Title of " + name)
                .setContentSha256(DeadLetters.sha256Hex(text.getBytes(UTF_8)))
                .setSourceTopic(TOPICS.raw().name())
                .setSourcePartition(0)
                .setSourceOffset(offset++)
                .setSourceTimestamp(START)
                .setLanguage("ckb-Arab")
                .setScript("Arab")
                .setAlgorithm(sketch.algorithm())
                .setExact(ByteBuffer.wrap(sketch.exactBytes()))
                .setSketch(ByteBuffer.wrap(sketch.shingleBytes()))
                .setSentences(ByteBuffer.wrap(sketch.sentenceBytes()))
                .setKeys(ByteBuffer.wrap(sketch.keyBytes()))
                .setFlags(List.of())
                .setArticle(ByteBuffer.wrap(bytes(TOPICS.enriched(), event)));
    }

    /** Returns the mark that analyse makes of a dead letter, at the next raw offset. */
    public Analysed.Builder deadLetter(String name) {
        return Analysed.newBuilder()
                .setArticleId(ArticleId.of("test/" + name))
                .setUri("test/" + name)
                .setDeadLetterReason("undecodable")
                .setSourceTopic(TOPICS.raw().name())
                .setSourcePartition(0)
                .setSourceOffset(offset++)
                .setSourceTimestamp(START);
    }

    public void send(Analysed.Builder article) {
        Analysed event = article.build();
        sendBytes(event.getArticleId(), bytes(TOPICS.analysed(), event), event.getSourceTimestamp());
    }

    public void sendBytes(String key, byte[] value, Instant time) {
        analysed.pipeInput(key.getBytes(UTF_8), value, time);
    }

    public void sendBytes(byte[] key, byte[] value) {
        analysed.pipeInput(key, value, START);
    }

    public List<TestRecord<byte[], byte[]>> output(Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public List<ArticleRelation> relations() {
        return read(TOPICS.relations(), ArticleRelation.class);
    }

    public List<StoryFeatures> features() {
        return read(TOPICS.storyFeatures(), StoryFeatures.class);
    }

    public List<DeadLetter> deadLetters() {
        return read(TOPICS.deadLetters(), DeadLetter.class);
    }

    public KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Returns the value of a metric of a store. */
    public long metric(String name, String store) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .filter(metric -> store.equals(metric.getKey().tags().get("rocksdb-state-id")))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .sum();
    }

    public static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    public static Evidence evidence(TestRecord<byte[], byte[]> record) {
        return Evidence.parseHeader(header(record, EventHeaders.EVIDENCE)).orElseThrow();
    }

    public <T extends SpecificRecord> byte[] bytes(Topic topic, T event) {
        try (var serializer = serdes.<T>serializer(topic)) {
            return serializer.serialize(topic.name(), event);
        }
    }

    private <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        try (var deserializer = serdes.deserializer(topic, type)) {
            return output(topic).stream()
                    .map(record -> deserializer.deserialize(topic.name(), record.value()))
                    .toList();
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
