package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.group.StoryMemory;
import dev.tidings.streams.topology.ArticlePartitioner;
import dev.tidings.streams.topology.LogRetention;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyAssembly;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TopologyDefinition;
import dev.tidings.streams.topology.stories.store.KafkaStoryJournal;
import dev.tidings.streams.topology.stories.store.StoryStores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/**
 * The topology of stories: groups the articles that deduplication has published, in the order of its decisions. An
 * application of its own: however slow it is, the thread and transactions of deduplication do not wait for it.
 *
 * <pre>
 *  story-features ─▶ read ─▶ group ─┬─▶ stories
 *                     │             └─▶ relations
 *                     └─▶ dead-letter ─▶ dead-letters
 * </pre>
 */
public final class StoriesTopology implements TopologyDefinition {

    /** Name of the stage, of its application and of the sink of its stories. */
    public static final String STORIES = "stories";

    private static final String STORY_FEATURES = "story-features";
    private static final String GROUP = "group";
    private static final String RELATIONS = "relations";

    private final TopologyContext context;
    private final StoryMemory memory;
    private final ResumePoint resumePoint;
    private final Optional<StoryHistory> history;

    /**
     * Makes the definition of the topology.
     *
     * @param memory how long and how many articles are remembered
     */
    public StoriesTopology(TopologyContext context, StoryMemory memory) {
        this(context, memory, ResumePoint.beginning(), Optional.empty());
    }

    private StoriesTopology(
            TopologyContext context, StoryMemory memory, ResumePoint resumePoint, Optional<StoryHistory> history) {
        this.context = context;
        this.memory = memory;
        this.resumePoint = resumePoint;
        this.history = history;
    }

    /** Returns this definition for topics in which former versions may have written. */
    public StoriesTopology following(StoryHistory former) {
        return new StoriesTopology(context, memory, resumePoint, Optional.of(former));
    }

    @Override
    public StoriesTopology resumingAt(ResumePoint point) {
        return new StoriesTopology(context, memory, point, history);
    }

    @Override
    public String name() {
        return STORIES;
    }

    @Override
    public Map<String, String> algorithmVersions() {
        return Map.of(
                name(),
                StoryGrouper.VERSION,
                StoriesSettings.WINDOW.key(),
                memory.window().toString());
    }

    /** A replay's log goes with the replay. */
    @Override
    public Optional<LogRetention> logRetention() {
        return context.replayRange() == ReplayRange.ALL
                ? Optional.of(new LogRetention(
                        context.topics().storyFeatures(),
                        memory.window(),
                        StoryStores.LABELS,
                        KafkaStoryJournal::readClock))
                : Optional.empty();
    }

    @Override
    public Topology build() {
        Topics topics = context.topics();
        StoryWriter.Sinks sinks = new StoryWriter.Sinks(STORIES, RELATIONS);
        Route route = new Route(STORIES, FailureCategory.POISON, GROUP, TopologyAssembly.DEAD_LETTER);
        return new TopologyAssembly(context, name())
                .source(STORY_FEATURES, topics.storyFeatures())
                .processor(
                        TopologyAssembly.READ,
                        () -> new StoryFeaturesProcessor(context, route, resumePoint),
                        STORY_FEATURES)
                .processor(
                        GROUP,
                        () -> new StoryProcessor(context, memory, sinks, resumePoint, history),
                        TopologyAssembly.READ)
                .stores(StoryStores.storeNames(), GROUP)
                .sink(STORIES, topics.stories(), GROUP)
                .sink(RELATIONS, topics.relations(), ArticlePartitioner.INSTANCE, GROUP)
                .deadLetters(position -> true, List.of(TopologyAssembly.READ));
    }
}
