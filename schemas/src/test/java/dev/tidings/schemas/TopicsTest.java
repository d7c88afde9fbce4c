package dev.tidings.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    /** Longest name of a topic in Kafka. */
    private static final int MAX_NAME = 249;
    /** Room for the name of an application, a store and the word changelog. */
    private static final int MAX_CHANGELOG_LENGTH = 80;

    private static final List<String> COMPACTED = List.of("tidings.ledger", "tidings.replays", "tidings.stories");

    @Test
    void namesTheTenTopicsOfTheDesign() {
        assertThat(TOPICS.allTopics())
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "tidings.raw",
                        "tidings.analysed",
                        "tidings.enriched",
                        "tidings.relations",
                        "tidings.story-features",
                        "tidings.stories",
                        "tidings.dead-letters",
                        "tidings.ledger",
                        "tidings.replays",
                        "tidings.processes");
    }

    @Test
    void losesNothingByTimeButWhatProcessesSay() {
        List<Topic> history = new ArrayList<>(TOPICS.allTopics());
        assertThat(history.remove(TOPICS.processes())).isTrue();
        assertThat(history).allSatisfy(topic -> {
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
    void keepsTheRawTimeOfWhatIsDecidedHoweverOldOrNew() {
        assertThat(TOPICS.analysed().config())
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));
    }

    @Test
    void refusesNoRecordForTheClockOfWhoeverWritesIt() {
        assertThat(TOPICS.allTopics())
                .allSatisfy(topic -> assertThat(topic.config().get("message.timestamp.type") + " "
                                + topic.config().get("message.timestamp.after.max.ms"))
                        .isIn("LogAppendTime null", "CreateTime " + Long.MAX_VALUE));
    }

    @Test
    void decidesInOneOrder() {
        assertThat(TOPICS.withPartitions(12).analysed().partitions()).isEqualTo(1);
        assertThat(TOPICS.withPartitions(12).raw().partitions()).isEqualTo(12);
    }

    @Test
    void letsAReplayWriteUnderTheLiveSubjects() {
        Topic replayed = TOPICS.replay("monday").enriched();

        assertThat(replayed.name()).isEqualTo("tidings.replay.monday.enriched");
        assertThat(replayed.subject()).isEqualTo("tidings.enriched-value");
        assertThat(TOPICS.replay("monday").unordered().subject()).isEqualTo("tidings.analysed-value");
    }

    @Test
    void letsAReplayReadTheLiveRawTopicAndOwnNoLiveTopic() {
        Topics replay = TOPICS.replay("monday").withPartitions(12);

        assertThat(replay.raw().name()).isEqualTo("tidings.raw");
        assertThat(replay.allTopics())
                .extracting(Topic::name)
                .allMatch(name -> name.startsWith("tidings.replay.monday."));
        assertThat(replay.allTopics())
                .extracting(Topic::name)
                .contains("tidings.replay.monday.unordered", "tidings.replay.monday.analysed");
    }

    @Test
    void letsAnalyseWriteAsManyPartitionsAsRawHasInAReplayAndInOrderInLife() {
        assertThat(TOPICS.replay("monday").withPartitions(12).unordered().partitions())
                .isEqualTo(12);
        assertThat(TOPICS.unordered()).isEqualTo(TOPICS.analysed());
    }

    @Test
    void losesNothingOfAReplayByTimeHoweverOldItsInputIs() {
        assertThat(TOPICS.replay("monday").allTopics())
                .allSatisfy(topic -> assertThat(topic.config())
                        .satisfiesAnyOf(
                                config -> assertThat(config).containsEntry("retention.ms", "-1"),
                                config -> assertThat(config).containsEntry("cleanup.policy", "compact")));
        assertThat(TOPICS.replay("monday").analysed().config()).containsEntry("message.timestamp.type", "CreateTime");
    }

    @Test
    void keepsInstallationsApart() {
        Topics other = Topics.of("news-b");

        assertThat(other.allTopics()).extracting(Topic::name).allMatch(name -> name.startsWith("news-b."));
        assertThat(other.allTopics()).extracting(Topic::subject).allMatch(subject -> subject.startsWith("news-b."));
        assertThat(other.replay("monday").raw().name()).isEqualTo("news-b.raw");
        assertThat(other.replay("monday").prefix()).isEqualTo("news-b.replay.monday");
    }

    @Test
    void namesGroupsAndApplicationsAfterTheInstallation() {
        assertThat(TOPICS.idPrefix()).isEqualTo("tidings-");
        assertThat(TOPICS.replay("monday").idPrefix()).isEqualTo("tidings-replay-monday-");
        assertThat(Topics.of("news.b").idPrefix()).isEqualTo("news.b-");
    }

    @Test
    void takesAsAPrefixWhatKafkaTakesInTheLongestName() {
        String longest = "a".repeat(Topics.MAX_PREFIX_LENGTH);
        String run = "r".repeat(40);

        assertThat(Topics.isPrefix(longest)).isTrue();
        assertThat(Topics.isPrefix(longest + "a")).isFalse();
        assertThat(Topics.of(longest).replay(run).allTopics())
                .extracting(Topic::name)
                .allMatch(name -> name.length() <= MAX_NAME);
        assertThat(Topics.of(longest).replay(run).idPrefix().length() + MAX_CHANGELOG_LENGTH)
                .isLessThanOrEqualTo(MAX_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-a", "_a", "news.", "a-", "News", "news b", "news/b", "خەبەر"})
    void refusesAPrefixThatKafkaOrPeopleWouldMisread(String prefix) {
        assertThat(Topics.isPrefix(prefix)).isFalse();
        assertThatThrownBy(() -> Topics.of(prefix)).isInstanceOf(IllegalArgumentException.class);
    }
}
