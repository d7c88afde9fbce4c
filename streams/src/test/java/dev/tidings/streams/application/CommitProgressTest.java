package dev.tidings.streams.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.application.CommitProgress.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommitProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("tidings.raw", 0);
    private static final TopicPartition SECOND = new TopicPartition("tidings.raw", 1);

    private final CommitProgress progress = new CommitProgress();

    @Test
    void recordsThatWaitWithoutACommitAreTimed() {
        assertThat(observe(0, new Position(5, 9))).isEqualTo(0);
        assertThat(observe(20, new Position(5, 12))).isEqualTo(20);
        assertThat(observe(31, new Position(5, 12))).isEqualTo(31);
    }

    @Test
    void aCommitStartsTheClockAnew() {
        observe(0, new Position(5, 9));
        assertThat(observe(30, new Position(7, 9))).isEqualTo(0);
        assertThat(observe(35, new Position(7, 9))).isEqualTo(5);
        assertThat(observe(40, new Position(10, 9))).isEqualTo(0);
        assertThat(observe(99, new Position(10, 9))).isEqualTo(0);
    }

    @Test
    void nothingFetchedIsNothingWaiting() {
        observe(0, new Position(-1, -1));
        assertThat(observe(99, new Position(-1, -1))).isEqualTo(0);
    }

    @Test
    void theFirstRecordOfAllMayWaitToo() {
        observe(0, new Position(-1, 0));
        assertThat(observe(40, new Position(-1, 0))).isEqualTo(40);
    }

    @Test
    void theSlowestPartitionCountsAndOneThatLeftDoesNot() {
        Position stuck = new Position(0, 1);
        progress.observePositions(Map.of(FIRST, stuck), at(0));
        progress.observePositions(Map.of(FIRST, stuck, SECOND, stuck), at(10));
        assertThat(progress.observePositions(Map.of(FIRST, stuck, SECOND, stuck), at(15)))
                .hasSeconds(15);
        assertThat(progress.observePositions(Map.of(SECOND, stuck), at(16))).hasSeconds(6);
        assertThat(progress.observePositions(Map.of(FIRST, stuck), at(17))).hasSeconds(0);
    }

    private long observe(long second, Position position) {
        return progress.observePositions(Map.of(FIRST, position), at(second)).toSeconds();
    }

    private static Instant at(long second) {
        return Instant.EPOCH.plus(Duration.ofSeconds(second));
    }
}
