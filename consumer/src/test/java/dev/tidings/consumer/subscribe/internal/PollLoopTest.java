package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class PollLoopTest extends LoopTurns {

    @Test
    void startsWhereTheReceiverSays() {
        receiver.starts.put(FIRST, 40L);

        run(this::assignFirst, () -> add(FIRST, 40), () -> pass(Duration.ofSeconds(1)), () -> {
            assertThat(committed(FIRST)).isEqualTo(41);
        });

        assertThat(receiver.received).containsExactly("topic-0@40");
        assertThat(receiver.logs.get(FIRST).end()).isEqualTo(100);
    }

    @Test
    void isRunningOnlyWhenItHasStarted() {
        List<LoopState> states = new ArrayList<>();

        run(() -> states.add(loop.lifecycleState()), this::assignFirst, () -> states.add(loop.lifecycleState()));

        assertThat(states).containsExactly(LoopState.JOINING, LoopState.RUNNING);
        assertThat(loop.lifecycleState()).isEqualTo(LoopState.CLOSED);
    }

    @Test
    void whereAPartitionStartsIsCommittedBeforeAnythingOfItIsDone() {
        receiver.starts.put(SECOND, 40L);
        receiver.idleTrouble = "the store is full";

        run(
                () -> consumer.rebalance(List.of(FIRST, SECOND)),
                () -> pass(Duration.ofSeconds(1)),
                () -> assertThat(committed(SECOND)).isEqualTo(40));
    }

    @Test
    void whatTheReceiverNotesStandsBesideEveryOffset() {
        run(
                this::assignFirst,
                () -> pass(Duration.ofSeconds(1)),
                () -> assertThat(consumer.committed(Set.of(FIRST)).get(FIRST).metadata())
                        .isEqualTo("sink;store=1"));
    }

    @Test
    void dropsWhatIsNotDoneOfARevokedPartition() {
        receiver.busy = true;

        run(
                () -> consumer.rebalance(List.of(FIRST, SECOND)),
                () -> {
                    add(FIRST, 0);
                    add(SECOND, 0);
                },
                () -> {
                    // The in-memory consumer keeps a partition paused that it no longer owns; the real one does not.
                    consumer.resume(List.of(FIRST));
                    consumer.rebalance(List.of(SECOND));
                },
                () -> {
                    receiver.busy = false;
                    pass(Duration.ofSeconds(1));
                },
                () -> {});

        assertThat(receiver.released).contains(FIRST);
        assertThat(receiver.received).containsExactly("topic-1@0");
    }

    @Test
    void asksAgainWhereToStartWhenKafkaTrimsTheLogBeneathIt() {
        run(
                this::assignFirst,
                () -> {
                    consumer.updateBeginningOffsets(Map.of(FIRST, 50L));
                    receiver.starts.put(FIRST, 50L);
                    consumer.setPollException(
                            new org.apache.kafka.clients.consumer.OffsetOutOfRangeException(Map.of(FIRST, 0L)));
                },
                () -> {
                    assertThat(consumer.position(FIRST)).isEqualTo(50);
                    assertThat(receiver.logs.get(FIRST).start()).isEqualTo(50);
                });
    }

    @Test
    void bringsTheRestOfABatchAndReadsNoMoreBeforeItIsDone() {
        receiver.most = 1;

        run(
                this::assignFirst,
                () -> {
                    add(FIRST, 0);
                    add(FIRST, 1);
                    add(FIRST, 2);
                },
                () -> {
                    assertThat(receiver.received).containsExactly("topic-0@0");
                    assertThat(consumer.paused()).containsExactly(FIRST);
                },
                () -> assertThat(receiver.received).containsExactly("topic-0@0", "topic-0@1"),
                () -> {
                    assertThat(receiver.received).hasSize(3);
                    assertThat(consumer.paused()).isEmpty();
                });
    }

    @Test
    void commitsWhatIsDoneOfABatchWhenItIsClosed() {
        receiver.most = 1;

        run(
                this::assignFirst,
                () -> {
                    add(FIRST, 0);
                    add(FIRST, 1);
                    add(FIRST, 2);
                },
                () -> assertThat(committed(FIRST)).as("not due yet").isZero());

        assertThat(receiver.received).hasSize(2);
        assertThat(lastCommit.get(FIRST).offset()).isEqualTo(2);
    }

    @Test
    void closedWhileItsGroupChangesItTakesPartInThatAndCommitsThen() {
        groupChanges = true;
        schedule(this::assignFirst, () -> {
            add(FIRST, 0);
            add(FIRST, 1);
        });
        schedule(loop::close, () -> assertThat(lastCommit).isEmpty(), () -> {
            add(FIRST, 2);
            groupChanges = false;
        });

        loop.run();

        assertThat(lastCommit.get(FIRST).offset()).isEqualTo(2);
        assertThat(receiver.received).as("nothing more is read").containsExactly("topic-0@0");
    }

    @Test
    void aloneItReadsEveryPartitionAndCommitsNothing() {
        consumer.updatePartitions(
                TOPIC,
                List.of(
                        new PartitionInfo(TOPIC, 0, null, new Node[0], new Node[0]),
                        new PartitionInfo(TOPIC, 1, null, new Node[0], new Node[0])));
        PollLoop alone = new PollLoop(consumer, new WholeTopicAssignment(consumer), Set.of(TOPIC), receiver, time::get);
        schedule(() -> {}, () -> {
            add(FIRST, 0);
            add(SECOND, 0);
        });
        schedule(() -> assertThat(committed(FIRST)).isEqualTo(-1));
        consumer.schedulePollTask(alone::close);
        alone.run();

        assertThat(receiver.received).containsExactlyInAnyOrder("topic-0@0", "topic-1@0");
        assertThat(receiver.logs.get(FIRST).committed()).isEmpty();
    }
}
