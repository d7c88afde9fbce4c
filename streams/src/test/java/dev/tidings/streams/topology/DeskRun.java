package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Evidence;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.schemas.kafka.DeadLetters;
import dev.tidings.schemas.kafka.SchemaRegistration;
import dev.tidings.streams.duplicate.Sketch;
import dev.tidings.streams.duplicate.SketchInput;
import dev.tidings.streams.duplicate.Sketcher;
import dev.tidings.streams.duplicate.Windows;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.store.DeskStores;
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

/** The production desk over a registry in memory, fed by hand. */
final class DeskRun implements AutoCloseable {

    static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    static final Instant START = Instant.parse("2021-09-29T12:00:00Z");

    static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://desk");

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> desk;
    private long offset;

    DeskRun(Path stateFolder) {
        this(stateFolder, Scope.ALL);
    }

    DeskRun(Path stateFolder, Scope scope) {
        this(stateFolder, scope, DeskStores::builder);
    }

    DeskRun(Path stateFolder, Scope scope, StoreFactory stores) {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "desk-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        DeskTopology topology = topology(scope, stores);
        config.putAll(topology.config());
        driver = new TopologyTestDriver(topology.build(), config, START);
        desk = driver.createInputTopic(TOPICS.analysed().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns the desk as production builds it, on a registry in memory. */
    static DeskTopology topology() {
        return topology(Scope.ALL, DeskStores::builder);
    }

    private static DeskTopology topology(Scope scope, StoreFactory stores) {
        RegistryPatience patience = new RegistryPatience(() -> true);
        TopologyContext context = new TopologyContext(TOPICS, new AvroSerdes(REGISTRY), patience, 4 * 1024 * 1024);
        return new DeskTopology(context.within(scope).storing(stores), Windows.DEFAULT);
    }

    /** Returns the event of an article as analyse makes it, at the next raw offset. */
    Analysed.Builder article(String name, String text) {
        String id = ArticleId.of("test/" + name);
        Sketch sketch = Sketcher.sketch(new SketchInput(Optional.empty(), text, Optional.empty()));
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
                .setContentSha256(DeadLetters.sha256(text.getBytes(UTF_8)))
                .setSourceTopic(TOPICS.raw().name())
                .setSourcePartition(0)
                .setSourceOffset(offset++)
                .setSourceTimestamp(START)
                .setLanguage("ckb-Arab")
                .setScript("Arab")
                .setAlgorithm(sketch.algorithm())
                .setExact(ByteBuffer.wrap(sketch.exactBytes()))
                .setSketch(ByteBuffer.wrap(sketch.shingleBytes()))
                .setKeys(ByteBuffer.wrap(sketch.keyBytes()))
                .setFlags(List.of())
                .setArticle(ByteBuffer.wrap(bytes(TOPICS.enriched(), event)));
    }

    void send(Analysed.Builder article) {
        Analysed event = article.build();
        sendBytes(event.getArticleId(), bytes(TOPICS.analysed(), event), event.getSourceTimestamp());
    }

    void sendBytes(String key, byte[] value, Instant time) {
        desk.pipeInput(key.getBytes(UTF_8), value, time);
    }

    List<TestRecord<byte[], byte[]>> output(Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    List<ArticleRelation> relations() {
        return read(TOPICS.relations(), ArticleRelation.class);
    }

    List<DeadLetter> deadLetters() {
        return read(TOPICS.deadLetters(), DeadLetter.class);
    }

    KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Returns the value of a metric of a store. */
    long metric(String name, String store) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .filter(metric -> store.equals(metric.getKey().tags().get("rocksdb-state-id")))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .sum();
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    static Evidence evidence(TestRecord<byte[], byte[]> record) {
        return Evidence.parse(header(record, EventHeaders.EVIDENCE)).orElseThrow();
    }

    <T extends SpecificRecord> byte[] bytes(Topic topic, T event) {
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
