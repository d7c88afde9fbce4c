package dev.tidings.streams.recovery;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.replay.plan.ReplayKafka;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import dev.tidings.streams.topology.stories.store.StoryStores;

/** Looks at what a stage's topics, group and state hold before it starts, and makes again what was lost. */
public final class StateRecovery {

    private final Topics topics;
    private final RecoveryTerms terms;
    private final ReplayKafka kafka;

    /** Makes it for the stages on some topics. */
    public StateRecovery(Topics topics, RecoveryTerms terms, Settings settings, TopicAdmin broker) {
        this.topics = topics;
        this.terms = terms;
        this.kafka = new ReplayKafka(settings, broker);
    }

    /**
     * Prepares the start of a stage. What is lost is told in one line, and made again where that can be done.
     *
     * @return how far the stage's output reaches
     * @throws dev.tidings.kafka.settings.SettingsException when it must not start; the message names cause and fix
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when Kafka does not answer
     */
    public ResumePoint prepareStart(Stage stage) {
        try (RecoveryTools tools = RecoveryTools.open(topics, terms, kafka)) {
            StageState state = tools.stateOf(stage);
            state.discardForeign();
            // Kafka Streams makes changelogs when members join, and one that comes back to its place does not.
            if (!state.missingChangelogs().isEmpty()) {
                tools.groupOf(stage).awaitEmpty();
            }
            return switch (stage.name()) {
                case "analyse" -> begin(stage, topics.raw(), new AnalyseRecovery(stage, tools).prepareStart(), tools);
                case "dedup" -> begin(stage, topics.analysed(), prepareDedup(stage, tools), tools);
                case "stories" -> begin(stage, topics.storyFeatures(), prepareStories(stage, tools), tools);
                default -> ResumePoint.beginning();
            };
        }
    }

    /** Only now do the group's offsets stand where the stage goes on. */
    private static ResumePoint begin(Stage stage, Topic source, ResumePoint point, RecoveryTools tools) {
        return point.beginningAt(tools.groupOf(stage).committedOffsets(source.name()));
    }

    private ResumePoint prepareDedup(Stage stage, RecoveryTools tools) {
        Memory memory =
                new Memory(tools.analysed(), terms.dedupWindow(), changelogOf(stage, DedupStores.PROGRESS), true);
        PublishedLog published = tools.published();
        return new OrderedRecovery(stage, memory, published::newestDecision, tools).prepareStart();
    }

    private ResumePoint prepareStories(Stage stage, RecoveryTools tools) {
        Memory memory =
                new Memory(tools.storyFeatures(), terms.storyWindow(), changelogOf(stage, StoryStores.ARTICLES), false);
        PublishedLog published = tools.published();
        ResumePoint point = new OrderedRecovery(stage, memory, published::newestStory, tools).prepareStart();
        tools.stateOf(stage)
                .dropChangelogs(StoryStores.formerNames().stream()
                        .map(store -> changelogOf(stage, store))
                        .toList());
        return point;
    }

    private static String changelogOf(Stage stage, String store) {
        return stage.id() + "-" + store + "-changelog";
    }
}
