package dev.tidings.streams.topology;

import dev.tidings.schemas.Topics;
import dev.tidings.streams.duplicate.Duplicates;
import dev.tidings.streams.duplicate.Windows;
import dev.tidings.streams.failure.DeadLetterProcessor;
import dev.tidings.streams.store.BoundedRocksDb;
import dev.tidings.streams.store.DeskStores;
import dev.tidings.streams.topology.dedup.DedupSettings;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Sees every article in one order and decides what it is to those before it. One writer: the one partition of its topic.
 *
 * <pre>
 *  analysed ─▶ read ─▶ duplicates ─▶ route ─┬─▶ enriched
 *               │                           ├─▶ relations
 *               │                           └─▶ story-features
 *               └─▶ bury ─▶ dead-letters
 * </pre>
 */
public final class DeskTopology implements TopologyDefinition {

    static final String DESK = "dedup";
    static final String READ = "read";
    static final String DUPLICATES = "duplicates";
    static final String ROUTE = "route";
    static final String ENRICHED = "enriched";
    static final String RELATIONS = "relations";
    static final String STORY_FEATURES = "story-features";
    static final String BURY = "bury";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Serializer<byte[]> TO_BYTES = new ByteArraySerializer();
    private static final Deserializer<byte[]> BYTES = new ByteArrayDeserializer();

    private final TopologyContext context;
    private final Windows windows;

    /**
     * Makes the definition.
     *
     * @param windows how long the desk remembers
     */
    public DeskTopology(TopologyContext context, Windows windows) {
        this.context = context;
        this.windows = windows;
    }

    @Override
    public String name() {
        return "dedup";
    }

    @Override
    public Map<String, String> versions() {
        return Map.of(
                DUPLICATES,
                Duplicates.ALGORITHM,
                DedupSettings.NEAR_WINDOW.key(),
                windows.near().toString(),
                DedupSettings.EXACT_WINDOW.key(),
                windows.exact().toString());
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
                        DESK,
                        new RawTime(),
                        BYTES,
                        BYTES,
                        topics.analysed().name())
                .addProcessor(READ, () -> new DeskReader(context), DESK)
                .addProcessor(DUPLICATES, () -> new DuplicatesProcessor(windows), READ)
                .addProcessor(ROUTE, () -> new Router(context), DUPLICATES)
                .addSink(ENRICHED, topics.enriched().name(), TO_BYTES, TO_BYTES, ArticlePartitioner.INSTANCE, ROUTE)
                .addSink(RELATIONS, topics.relations().name(), TO_BYTES, TO_BYTES, ArticlePartitioner.INSTANCE, ROUTE)
                .addSink(STORY_FEATURES, topics.storyFeatures().name(), TO_BYTES, TO_BYTES, ROUTE)
                .addProcessor(BURY, this::bury, READ)
                .addSink(DEAD_LETTERS, topics.deadLetters().name(), TO_BYTES, TO_BYTES, BURY);
        DeskStores.names().forEach(store -> topology.addStateStore(DeskStores.builder(store), DUPLICATES));
        return topology;
    }

    private DeadLetterProcessor bury() {
        return new DeadLetterProcessor(
                context.topics().deadLetters(), context.serdes(), context.patience(), context.maxArticleBytes());
    }
}
