package dev.tidings.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final List<String> COMPACTED = List.of("tidings.ledger", "tidings.replays", "tidings.stories");

    @Test
    void namesTheNineTopicsOfTheDesign() {
        assertThat(Topics.live().all())
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "tidings.raw",
                        "tidings.desk",
                        "tidings.enriched",
                        "tidings.relations",
                        "tidings.story-features",
                        "tidings.stories",
                        "tidings.dead-letters",
                        "tidings.ledger",
                        "tidings.replays");
    }

    @Test
    void losesNothingByTime() {
        assertThat(Topics.live().all()).allSatisfy(topic -> {
            if (COMPACTED.contains(topic.name())) {
                assertThat(topic.config()).containsEntry("cleanup.policy", "compact");
            } else {
                assertThat(topic.config())
                        .containsEntry("retention.ms", "-1")
                        .containsEntry("cleanup.policy", "delete");
            }
        });
    }

    @Test
    void keepsTheRawTimeOnTheDeskHoweverOldOrNew() {
        assertThat(Topics.live().desk().config())
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));
    }

    @Test
    void decidesInOneOrder() {
        assertThat(Topics.live().withPartitions(12).desk().partitions()).isEqualTo(1);
        assertThat(Topics.live().withPartitions(12).raw().partitions()).isEqualTo(12);
    }

    @Test
    void letsAReplayWriteUnderTheLiveSubjects() {
        Topic replayed = Topics.live().replay("monday").enriched();

        assertThat(replayed.name()).isEqualTo("tidings.replay.monday.enriched");
        assertThat(replayed.subject()).isEqualTo("tidings.enriched-value");
        assertThat(Topics.live().replay("monday").analysed().subject()).isEqualTo("tidings.desk-value");
    }

    @Test
    void letsAReplayReadTheLiveRawTopicAndOwnNoLiveTopic() {
        Topics replay = Topics.live().replay("monday").withPartitions(12);

        assertThat(replay.raw().name()).isEqualTo("tidings.raw");
        assertThat(replay.all()).extracting(Topic::name).allMatch(name -> name.startsWith("tidings.replay.monday."));
        assertThat(replay.all()).extracting(Topic::name).contains("tidings.replay.monday.analysed");
    }

    @Test
    void letsAnalyseWriteAsManyPartitionsAsRawHasInAReplayAndToTheDeskInLife() {
        assertThat(Topics.live().replay("monday").withPartitions(12).analysed().partitions())
                .isEqualTo(12);
        assertThat(Topics.live().analysed()).isEqualTo(Topics.live().desk());
    }

    @Test
    void losesNothingOfAReplayByTimeHoweverOldItsInputIs() {
        assertThat(Topics.live().replay("monday").all())
                .allSatisfy(topic -> assertThat(topic.config())
                        .satisfiesAnyOf(
                                config -> assertThat(config).containsEntry("retention.ms", "-1"),
                                config -> assertThat(config).containsEntry("cleanup.policy", "compact")));
        assertThat(Topics.live().replay("monday").analysed().config())
                .containsEntry("message.timestamp.type", "CreateTime");
    }
}
