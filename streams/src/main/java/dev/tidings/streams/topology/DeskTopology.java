package dev.tidings.streams.topology;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.duplicate.Duplicates;
import dev.tidings.streams.duplicate.Windows;
import dev.tidings.streams.store.DeskStores;
import dev.tidings.streams.topology.dedup.AnalysedProcessor;
import dev.tidings.streams.topology.dedup.DedupSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;

/**
 * Sees every article in one order and decides what it is to those before it. One writer: the one partition of its topic.
 *
 * <pre>
 *  analysed ─▶ read ─▶ deduplicate ─▶ route ─┬─▶ enriched
 *               │                            ├─▶ relations
 *               │                            └─▶ story-features
 *               └─▶ dead-letter ─▶ dead-letters
 * </pre>
 */
public final class DeskTopology implements TopologyDefinition {

    /** Name of the stage, in dead letters and versions too. */
    static final String DEDUPLICATE = "deduplicate";

    private static final String ANALYSED = "analysed";
    private static final String ROUTE = "route";
    private static final String ENRICHED = "enriched";
    private static final String RELATIONS = "relations";
    private static final String STORY_FEATURES = "story-features";

    private final TopologyContext context;
    private final Windows windows;

    /**
     * Makes the definition.
     *
     * @param windows how long it remembers
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
                DEDUPLICATE,
                Duplicates.ALGORITHM,
                DedupSettings.NEAR_WINDOW.key(),
                windows.near().toString(),
                DedupSettings.EXACT_WINDOW.key(),
                windows.exact().toString());
    }

    @Override
    public Topology build() {
        Topics topics = context.topics();
        Router.Sinks sinks = new Router.Sinks(ENRICHED, RELATIONS, STORY_FEATURES);
        Route route = new Route(DEDUPLICATE, FailureCategory.POISON, DEDUPLICATE, TopologyAssembly.DEAD_LETTER);
        return new TopologyAssembly(context)
                .source(ANALYSED, topics.analysed())
                .processor(TopologyAssembly.READ, () -> new AnalysedProcessor(context, route), ANALYSED)
                .processor(DEDUPLICATE, () -> new DuplicatesProcessor(windows), TopologyAssembly.READ)
                .stores(DeskStores.names(), DEDUPLICATE)
                .processor(ROUTE, () -> new Router(context, sinks), DEDUPLICATE)
                .sink(ENRICHED, topics.enriched(), ArticlePartitioner.INSTANCE, ROUTE)
                .sink(RELATIONS, topics.relations(), ArticlePartitioner.INSTANCE, ROUTE)
                .sink(STORY_FEATURES, topics.storyFeatures(), ROUTE)
                .deadLetters(position -> true, List.of(TopologyAssembly.READ));
    }
}
