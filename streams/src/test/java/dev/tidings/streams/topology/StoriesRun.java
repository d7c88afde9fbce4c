package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.StoryMember;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.FeatureCodec;
import dev.tidings.streams.story.group.StoryMemory;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import dev.tidings.streams.topology.stories.StoriesTopology;
import dev.tidings.streams.topology.stories.StoryHistory;
import dev.tidings.streams.topology.stories.store.StoryStores;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The story topology of production over a registry in memory, fed by hand or with the output of deduplication. */
public final class StoriesRun implements AutoCloseable {

    public static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    public static final Instant START = DedupRun.START;

    private static final Map<String, String> REGISTRY = DedupRun.REGISTRY;

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> features;
    private long offset;

    public StoriesRun(Path stateFolder) {
        this(stateFolder, ReplayRange.ALL);
    }

    public StoriesRun(Path stateFolder, ReplayRange replayRange) {
        this(stateFolder, replayRange, DedupStores::storeBuilder);
    }

    StoriesRun(Path stateFolder, ResumePoint resumePoint) {
        this(stateFolder, topology().resumingAt(resumePoint));
    }

    StoriesRun(Path stateFolder, ReplayRange replayRange, StoreFactory stores) {
        this(stateFolder, topology(replayRange, stores));
    }

    /** Returns a run behind another version, whose output stands in the topics up to some point. */
    public static StoriesRun following(Path stateFolder, ResumePoint resumePoint, StoryHistory history) {
        return new StoriesRun(stateFolder, topology().resumingAt(resumePoint).following(history));
    }

    private StoriesRun(Path stateFolder, StoriesTopology topology) {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "stories-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.putAll(topology.kafkaStreamsConfig());
        driver = new TopologyTestDriver(topology.build(), config, START);
        features = driver.createInputTopic(
                TOPICS.storyFeatures().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public static StoriesTopology topology() {
        return topology(ReplayRange.ALL, DedupStores::storeBuilder);
    }

    private static StoriesTopology topology(ReplayRange replayRange, StoreFactory stores) {
        RegistryRetry registryRetry = new RegistryRetry(() -> true);
        TopologyContext context = new TopologyContext(TOPICS, new AvroSerdes(REGISTRY), registryRetry, 4 * 1024 * 1024);
        return new StoriesTopology(context.withinRange(replayRange).storing(stores), StoryMemory.USUAL);
    }

    public static String id(String name) {
        return ArticleId.of("test/" + name);
    }

    /** Returns the record of an article as deduplication writes it, at the next raw offset. */
    public StoryFeatures.Builder article(String name, EventFeatures event) {
        return StoryFeatures.newBuilder()
                .setArticleId(id(name))
                .setUri("test/" + name)
                .setSource("test")
                .setClusterId(id(name))
                .setTitle("Title of " + name)
                .setLanguage(event.language())
                .setScript(event.script())
                .setSourceTopic(TOPICS.raw().name())
                .setSourcePartition(0)
                .setSourceOffset(offset)
                .setSourceTimestamp(START)
                .setDecision(offset++)
                .setFeatures(ByteBuffer.wrap(FeatureCodec.toBytes(event)));
    }

    /** Returns the record of a copy as deduplication writes it, at the next raw offset. */
    public StoryFeatures.Builder copy(String name, String source, String original) {
        return StoryFeatures.newBuilder()
                .setArticleId(id(name))
                .setSource(source)
                .setClusterId(id(original))
                .setCopyOf(id(original))
                .setSourceTopic(TOPICS.raw().name())
                .setSourcePartition(0)
                .setSourceOffset(offset)
                .setSourceTimestamp(START)
                .setDecision(offset++);
    }

    public void send(StoryFeatures.Builder article) {
        StoryFeatures event = article.build();
        sendBytes(event.getArticleId(), bytes(event), event.getSourceTimestamp());
    }

    public void sendBytes(String key, byte[] value, Instant time) {
        features.pipeInput(key.getBytes(UTF_8), value, time);
    }

    public void sendBytes(byte[] key, byte[] value) {
        features.pipeInput(key, value, START);
    }

    /** Returns the value of an event that does not belong into the topic of features. */
    public byte[] otherValue() {
        try (var serializer = serdes.<LedgerEntry>serializer(TOPICS.ledger())) {
            return serializer.serialize(
                    TOPICS.ledger().name(),
                    LedgerEntry.newBuilder().setUri("news/a.txt").build());
        }
    }

    public void send(TestRecord<byte[], byte[]> record) {
        features.pipeInput(record);
    }

    public byte[] bytes(StoryFeatures event) {
        try (var serializer = serdes.<StoryFeatures>serializer(TOPICS.storyFeatures())) {
            return serializer.serialize(TOPICS.storyFeatures().name(), event);
        }
    }

    public List<TestRecord<byte[], byte[]>> output(Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Returns the states of stories since the last call, in their order. */
    public List<Story> states() {
        return read(TOPICS.stories(), Story.class);
    }

    public List<ArticleRelation> relations() {
        return read(TOPICS.relations(), ArticleRelation.class);
    }

    public List<DeadLetter> deadLetters() {
        return read(TOPICS.deadLetters(), DeadLetter.class);
    }

    private <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        try (var deserializer = serdes.deserializer(topic, type)) {
            return output(topic).stream()
                    .map(record -> deserializer.deserialize(topic.name(), record.value()))
                    .toList();
        }
    }

    /** Returns the newest of some states by story id, in the order in which the stories began. */
    public static Map<String, Story> newest(List<Story> states) {
        Map<String, Story> newest = new LinkedHashMap<>();
        states.forEach(state -> newest.put(state.getStoryId(), state));
        return newest;
    }

    public static List<String> uris(Story story) {
        return story.getMembers().stream().map(StoryMember::getUri).toList();
    }

    /** Returns how many entries a store has. */
    public int count(String store) {
        int count = 0;
        KeyValueStore<Bytes, byte[]> entries = driver.getKeyValueStore(store);
        try (KeyValueIterator<Bytes, byte[]> all = entries.all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    /** Returns how many entries all stores have. */
    int countAll() {
        return StoryStores.storeNames().stream().mapToInt(this::count).sum();
    }

    public long metric(String name, String store) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .filter(metric -> store.equals(metric.getKey().tags().get("rocksdb-state-id")))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }
}
