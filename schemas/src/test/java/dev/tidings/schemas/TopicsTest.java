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
        Topic replayed = Topics.withPrefix("tidings.replay.monday.").enriched();

        assertThat(replayed.name()).isEqualTo("tidings.replay.monday.enriched");
        assertThat(replayed.subject()).isEqualTo("tidings.enriched-value");
    }
}
