package dev.tidings.consumer.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.subscribe.internal.CommitNote;
import dev.tidings.consumer.subscribe.internal.GroupPositions;
import dev.tidings.kafka.settings.SettingsException;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What a group does in partitions in which Kafka knows no position of it. */
class MissingPositionsTest {

    private static final TopicPartition FIRST = new TopicPartition("tidings.enriched", 0);
    private static final TopicPartition SECOND = new TopicPartition("tidings.enriched", 1);
    private static final TopicPartition THIRD = new TopicPartition("tidings.enriched", 2);
    private static final CommitNote OF_TWO = MissingPositions.noteOfPartitions(2);
    private static final CommitNote NONE = new CommitNote("", Map.of());

    private final MissingPositions refusing = new MissingPositions("mailer", SubscriptionStart.committed());
    private final MissingPositions fromNow = new MissingPositions("mailer", SubscriptionStart.latest());

    @Test
    void aGroupThatStandsNowhereIsRefusedWithTheChoice() {
        assertThatThrownBy(() -> refusing.partitionsAdded(Set.of(FIRST, SECOND), positions(Map.of())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "group mailer", "new, or Kafka has forgotten it", "--since beginning", "startingAt")
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
    }

    @Test
    void aGroupThatStandsNowhereBeginsWhereItIsTold() {
        assertThat(fromNow.partitionsAdded(Set.of(FIRST, SECOND), positions(Map.of())))
                .isEmpty();
    }

    @Test
    void aPartitionThatTheGroupKnewAndHasNoPositionInIsRefused() {
        assertThatThrownBy(() -> refusing.partitionsAdded(Set.of(SECOND), positions(Map.of(FIRST, OF_TWO))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("tidings.enriched-1", "--since");
        assertThat(fromNow.partitionsAdded(Set.of(SECOND), positions(Map.of(FIRST, OF_TWO))))
                .isEmpty();
    }

    @Test
    void aPartitionThatWasAddedSinceIsReadFromItsBeginningWhereverTheGroupWouldBegin() {
        GroupPositions two = positions(Map.of(FIRST, OF_TWO, SECOND, OF_TWO));

        assertThat(refusing.partitionsAdded(Set.of(THIRD), two)).containsExactly(THIRD);
        assertThat(fromNow.partitionsAdded(Set.of(THIRD), two)).containsExactly(THIRD);
    }

    @Test
    void ofPositionsWithoutANoteTheLastTellsHowManyPartitionsTheGroupKnew() {
        assertThat(refusing.partitionsAdded(Set.of(THIRD), positions(Map.of(FIRST, NONE, SECOND, NONE))))
                .containsExactly(THIRD);
        assertThatThrownBy(() -> refusing.partitionsAdded(Set.of(FIRST), positions(Map.of(SECOND, NONE))))
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void positionsInOtherTopicsSayNothing() {
        TopicPartition elsewhere = new TopicPartition("other.enriched", 5);

        assertThatThrownBy(() -> refusing.partitionsAdded(Set.of(FIRST), positions(Map.of(elsewhere, OF_TWO))))
                .isInstanceOf(SettingsException.class);
    }

    private static GroupPositions positions(Map<TopicPartition, CommitNote> notes) {
        SortedMap<TopicPartition, CommitNote> sorted = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
        sorted.putAll(notes);
        return new GroupPositions(sorted);
    }
}
