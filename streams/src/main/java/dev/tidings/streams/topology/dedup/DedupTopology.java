package dev.tidings.streams.topology.dedup;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.dedup.match.Withholding;
import dev.tidings.streams.topology.ArticlePartitioner;
import dev.tidings.streams.topology.LogRetention;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyAssembly;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TopologyDefinition;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import dev.tidings.streams.topology.dedup.store.KafkaDuplicateIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/**
 * The topology of deduplication: takes every article in one order and decides whether it is new, a revision or a copy
 * of an earlier one. One writer, since its topic has one partition.
 *
 * <pre>
 *  analysed ─▶ read ─▶ deduplicate ─▶ route ─┬─▶ enriched
 *               │                            ├─▶ relations
 *               │                            └─▶ story-features
 *               └─▶ dead-letter ─▶ dead-letters
 * </pre>
 */
public final class DedupTopology implements TopologyDefinition {

    /** Name of the stage, in dead letters and versions too. */
    public static final String DEDUPLICATE = "deduplicate";

    private static final String ANALYSED = "analysed";
    private static final String ROUTE = "route";
    private static final String ENRICHED = "enriched";
    private static final String RELATIONS = "relations";
    private static final String STORY_FEATURES = "story-features";

    private final TopologyContext context;
    private final DedupWindows dedupWindows;
    private final Withholding withholding;
    private final ResumePoint resumePoint;

    /**
     * Makes the definition of the topology.
     *
     * @param dedupWindows how long articles stay in the index
     * @param withholding which articles subscribers do not get
     */
    public DedupTopology(TopologyContext context, DedupWindows dedupWindows, Withholding withholding) {
        this(context, dedupWindows, withholding, ResumePoint.beginning());
    }

    private DedupTopology(
            TopologyContext context, DedupWindows dedupWindows, Withholding withholding, ResumePoint resumePoint) {
        this.context = context;
        this.dedupWindows = dedupWindows;
        this.withholding = withholding;
        this.resumePoint = resumePoint;
    }

    @Override
    public DedupTopology resumingAt(ResumePoint point) {
        return new DedupTopology(context, dedupWindows, withholding, point);
    }

    @Override
    public String name() {
        return "dedup";
    }

    @Override
    public Map<String, String> algorithmVersions() {
        return Map.of(
                DEDUPLICATE,
                Deduplicator.ALGORITHM,
                DedupSettings.NEAR_WINDOW.key(),
                dedupWindows.near().toString(),
                DedupSettings.EXACT_WINDOW.key(),
                dedupWindows.exact().toString(),
                DedupSettings.WITHHOLD.key(),
                withholding.name().toLowerCase(Locale.ROOT));
    }

    /** A replay's log goes with the replay. */
    @Override
    public Optional<LogRetention> logRetention() {
        return context.replayRange() == ReplayRange.ALL
                ? Optional.of(new LogRetention(
                        context.topics().analysed(),
                        dedupWindows.exact(),
                        DedupStores.PROGRESS,
                        KafkaDuplicateIndex::readClock))
                : Optional.empty();
    }

    @Override
    public Topology build() {
        Topics topics = context.topics();
        VerdictRouter.Sinks sinks = new VerdictRouter.Sinks(ENRICHED, RELATIONS, STORY_FEATURES);
        Route route = new Route(DEDUPLICATE, FailureCategory.POISON, DEDUPLICATE, TopologyAssembly.DEAD_LETTER);
        return new TopologyAssembly(context, name())
                .source(ANALYSED, topics.analysed())
                .processor(TopologyAssembly.READ, () -> new AnalysedProcessor(context, route, resumePoint), ANALYSED)
                .processor(
                        DEDUPLICATE,
                        () -> new DedupProcessor(dedupWindows, withholding, resumePoint, context.observer()),
                        TopologyAssembly.READ)
                .stores(DedupStores.storeNames(), DEDUPLICATE)
                .processor(ROUTE, () -> new VerdictRouter(context, sinks), DEDUPLICATE)
                .sink(ENRICHED, topics.enriched(), ArticlePartitioner.INSTANCE, ROUTE)
                .sink(RELATIONS, topics.relations(), ArticlePartitioner.INSTANCE, ROUTE)
                .sink(STORY_FEATURES, topics.storyFeatures(), ROUTE)
                .deadLetters(position -> true, List.of(TopologyAssembly.READ));
    }
}
