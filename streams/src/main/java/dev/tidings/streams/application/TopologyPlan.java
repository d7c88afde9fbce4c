package dev.tidings.streams.application;

import dev.tidings.kafka.settings.Settings;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.match.Withholding;
import dev.tidings.streams.recovery.KafkaStoryHistory;
import dev.tidings.streams.recovery.RecoveryTerms;
import dev.tidings.streams.story.group.StoryMemory;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TopologyDefinition;
import dev.tidings.streams.topology.analyse.AnalyseTopology;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.dedup.DedupTopology;
import dev.tidings.streams.topology.stories.StoriesSettings;
import dev.tidings.streams.topology.stories.StoriesTopology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which topologies an application runs, and on which terms it makes state again that was lost.
 *
 * @param definitions makes the topologies
 * @param recovery the terms; empty where lost state is not made again
 */
record TopologyPlan(Function<TopologyContext, List<TopologyDefinition>> definitions, Optional<RecoveryTerms> recovery) {

    /** The topologies that are made. */
    record Bound(List<TopologyDefinition> definitions, Optional<RecoveryTerms> recovery) {}

    static TopologyPlan withoutRecovery(Function<TopologyContext, List<TopologyDefinition>> definitions) {
        return new TopologyPlan(definitions, Optional.empty());
    }

    /**
     * Returns the plan of analyse, deduplication and stories.
     *
     * @param replayRange which raw records they are about
     * @throws dev.tidings.kafka.settings.SettingsException when the windows do not fit each other
     */
    static TopologyPlan ofNews(Settings settings, ReplayRange replayRange) {
        DedupWindows dedupWindows = DedupSettings.windows(settings);
        Withholding withholding = settings.get(DedupSettings.WITHHOLD);
        StoryMemory storyMemory = StoriesSettings.memory(settings);
        // What a replay lost is not made again: its run is dropped and begun anew.
        Optional<RecoveryTerms> recovery = Optional.of(replayRange)
                .filter(ReplayRange.ALL::equals)
                .map(all -> recoveryTerms(settings, dedupWindows.exact(), storyMemory.window()));
        return new TopologyPlan(
                context -> List.of(
                        new AnalyseTopology(context.withinRange(replayRange), AnalysisStages.standard()),
                        new DedupTopology(context.withinRange(replayRange), dedupWindows, withholding),
                        stories(settings, context.withinRange(replayRange), storyMemory)),
                recovery);
    }

    /** Nobody was there before a replay. */
    private static StoriesTopology stories(Settings settings, TopologyContext context, StoryMemory memory) {
        StoriesTopology stories = new StoriesTopology(context, memory);
        return context.replayRange() == ReplayRange.ALL
                ? stories.following(new KafkaStoryHistory(context.topics(), settings))
                : stories;
    }

    private static RecoveryTerms recoveryTerms(Settings settings, Duration dedupWindow, Duration storyWindow) {
        return new RecoveryTerms(
                settings.get(StreamsSettings.INSTANCE),
                settings.get(StreamsSettings.SESSION_TIMEOUT),
                settings.get(StreamsSettings.ACCEPT_GAPS),
                dedupWindow,
                storyWindow);
    }

    /** Makes the topologies. */
    Bound bindTo(TopologyContext context) {
        return new Bound(definitions.apply(context), recovery);
    }
}
