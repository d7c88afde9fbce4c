package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;

/** What the loop does while its receiver is busy, unable, fenced or broken. */
class PollLoopTroubleTest extends LoopTurns {

    @Test
    void pausesAndBringsTheSameBatchAgainWhenTheReceiverIsBusy() {
        receiver.busy = true;

        run(
                this::assignFirst,
                () -> add(FIRST, 0),
                () -> {
                    assertThat(loop.lifecycleState()).isEqualTo(LoopState.WAITING);
                    assertThat(consumer.paused()).containsExactly(FIRST);
                    receiver.busy = false;
                },
                () -> {
                    assertThat(receiver.received).as("before the wait is over").isEmpty();
                    pass(Duration.ofMillis(100));
                },
                () -> assertThat(consumer.paused()).isEmpty());

        assertThat(receiver.received).containsExactly("topic-0@0");
    }

    @Test
    void asksAgainWhenTheBrokerHasNotLoadedTheGroupYet() {
        run(
                this::assignFirst,
                () -> consumer.setPollException(new KafkaException(
                        "Unexpected error from SyncGroup: " + Errors.COORDINATOR_LOAD_IN_PROGRESS.message())),
                () -> add(FIRST, 0),
                () -> {});

        assertThat(receiver.received).containsExactly("topic-0@0");
    }

    @Test
    void callsToCloseWhileItCommitsLastDoNotFailIt() {
        run(this::assignFirst, () -> add(FIRST, 0), () -> wakeUps = 2);

        assertThat(wakeUps).isZero();
        assertThat(lastCommit.get(FIRST).offset()).isEqualTo(1);
    }

    @Test
    void commitsNothingThatIsNotDone() {
        receiver.busy = true;

        run(
                this::assignFirst,
                () -> add(FIRST, 0),
                () -> pass(Duration.ofSeconds(1)),
                () -> assertThat(committed(FIRST)).isZero());
    }

    @Test
    void asksAgainWhereToStartWhenTheReceiverCouldNotTell() {
        receiver.unable = true;

        run(
                this::assignFirst,
                () -> {
                    assertThat(loop.lifecycleState()).isEqualTo(LoopState.WAITING);
                    receiver.unable = false;
                    pass(Duration.ofMillis(100));
                },
                () -> add(FIRST, 0),
                () -> {});

        assertThat(receiver.received).containsExactly("topic-0@0");
    }

    @Test
    void readsOnFromWhereTheOtherWriterStandsWhenFenced() {
        receiver.fencedAt = 5;

        run(
                this::assignFirst,
                () -> add(FIRST, 0),
                () -> {
                    assertThat(consumer.position(FIRST)).isEqualTo(5);
                    assertThat(consumer.paused()).isEmpty();
                    add(FIRST, 5);
                },
                () -> {});

        assertThat(receiver.received).containsExactly("topic-0@5");
    }

    @Test
    void asksForEveryPartitionAgainWhenAllAreFenced() {
        run(
                () -> consumer.rebalance(List.of(FIRST, SECOND)),
                () -> {
                    receiver.starts.putAll(Map.of(FIRST, 7L, SECOND, 9L));
                    receiver.fencedEverywhere = true;
                    add(FIRST, 0);
                },
                () -> {
                    assertThat(consumer.position(FIRST)).isEqualTo(7);
                    assertThat(consumer.position(SECOND)).isEqualTo(9);
                });
    }

    @Test
    void asksForEveryPartitionAgainWhenAllAreFencedWhileNothingComes() {
        run(
                () -> consumer.rebalance(List.of(FIRST, SECOND)),
                () -> {
                    receiver.starts.putAll(Map.of(FIRST, 7L, SECOND, 9L));
                    receiver.fencedWhenIdle = true;
                },
                () -> {},
                () -> {
                    assertThat(consumer.position(FIRST)).isEqualTo(7);
                    assertThat(consumer.position(SECOND)).isEqualTo(9);
                });
    }

    @Test
    void waitsAndSaysForWhatWhenTheReceiverIsInTroubleWhileNothingComes() {
        run(
                this::assignFirst,
                () -> receiver.idleTrouble = "the store is full",
                () -> {
                    assertThat(loop.lifecycleState()).isEqualTo(LoopState.WAITING);
                    assertThat(loop.findObstacle()).contains("the store is full");
                    receiver.idleTrouble = "";
                    pass(Duration.ofMillis(100));
                },
                () -> {
                    assertThat(loop.lifecycleState()).isEqualTo(LoopState.RUNNING);
                    assertThat(loop.findObstacle()).isEmpty();
                });
    }

    @Test
    void endsWithWhatTheReceiverThrows() {
        receiver.broken = new IllegalStateException("the store is damaged");
        schedule(this::assignFirst, () -> add(FIRST, 0));

        assertThatThrownBy(loop::run).isSameAs(receiver.broken);
        assertThat(loop.lifecycleState()).isEqualTo(LoopState.CLOSED);
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void endsWithWhatKafkaThrows() {
        consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("fenced")));

        assertThatThrownBy(loop::run).isInstanceOf(KafkaException.class).hasMessage("fenced");
    }
}
