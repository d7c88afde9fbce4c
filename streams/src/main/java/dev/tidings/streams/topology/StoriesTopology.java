package dev.tidings.streams.topology;

import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.DeadLetterProcessor;
import dev.tidings.streams.store.BoundedRocksDb;
import dev.tidings.streams.store.DeskStores;
import dev.tidings.streams.store.StoryStores;
import dev.tidings.streams.story.StoryGrouper;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Groups what the desk has published into stories, in the desk's order. An application of its own: however slow it is, the
 * desk's thread and transactions know nothing of it.
 *
 * <pre>
 *  story-features ─▶ read ─▶ group ─┬─▶ stories
 *                     │             └─▶ relations
 *                     └─▶ bury ─▶ dead-letters
 * </pre>
 */
public final class StoriesTopology implements TopologyDefinition {

    static final String STORY_FEATURES = "story-features";
    static final String READ = "read";
    static final String GROUP = "group";
    static final String STORIES = "stories";
    static final String RELATIONS = "relations";
    static final String BURY = "bury";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Serializer<byte[]> TO_BYTES = new ByteArraySerializer();
    private static final Deserializer<byte[]> BYTES = new ByteArrayDeserializer();

    private final TopologyContext context;
    private final Duration window;

    /**
     * Makes the definition.
     *
     * @param window how far apart in raw time articles may be to tell of one event
     */
    public StoriesTopology(TopologyContext context, Duration window) {
        this.context = context;
        this.window = window;
    }

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public Map<String, String> versions() {
        return Map.of(name(), StoryGrouper.VERSION, StoriesSettings.WINDOW.key(), window.toString());
    }

    @Override
    public Map<String, Object> config() {
        return Map.of(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    }

    @Override
    public Topology build() {
        Topics topics = context.topics();
        Topology topology = new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        STORY_FEATURES,
                        new RawTime(),
                        BYTES,
                        BYTES,
                        topics.storyFeatures().name())
                .addProcessor(READ, () -> new FeaturesReader(context), STORY_FEATURES)
                .addProcessor(GROUP, () -> new StoryProcessor(context, window), READ)
                .addSink(STORIES, topics.stories().name(), TO_BYTES, TO_BYTES, GROUP)
                .addSink(RELATIONS, topics.relations().name(), TO_BYTES, TO_BYTES, ArticlePartitioner.INSTANCE, GROUP)
                .addProcessor(BURY, this::bury, READ)
                .addSink(DEAD_LETTERS, topics.deadLetters().name(), TO_BYTES, TO_BYTES, BURY);
        StoryStores.names().forEach(store -> topology.addStateStore(DeskStores.builder(store), GROUP));
        return topology;
    }

    private DeadLetterProcessor bury() {
        return new DeadLetterProcessor(
                context.topics().deadLetters(), context.serdes(), context.patience(), context.maxArticleBytes());
    }
}
