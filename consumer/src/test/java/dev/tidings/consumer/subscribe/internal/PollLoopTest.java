package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.failure.RetryLaterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives the loop turn by turn on Kafka's own in-memory consumer; time is the test's. */
class PollLoopTest {

    private static final String TOPIC = "topic";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private final Map<TopicPartition, OffsetAndMetadata> lastCommit = new HashMap<>();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (groupChanges) {
                throw new RebalanceInProgressException();
            }
            lastCommit.putAll(offsets);
            super.commitSync(offsets, timeout);
        }
    };
    private boolean groupChanges;
    private final AtomicLong time = new AtomicLong();
    private final RecordingReceiver receiver = new RecordingReceiver();
    private final PollLoop loop = new PollLoop(
            consumer,
            new GroupAssignment(consumer, time::get, receiver::commitNote),
            Set.of(TOPIC),
            receiver,
            time::get);

    @BeforeEach
    void logsHoldAHundredRecords() {
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, 100L, SECOND, 100L));
    }

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

    private void run(Runnable... turns) {
        schedule(turns);
        consumer.schedulePollTask(loop::close);
        loop.run();
    }

    private void schedule(Runnable... turns) {
        for (Runnable turn : turns) {
            consumer.schedulePollTask(turn);
        }
    }

    private void assignFirst() {
        consumer.rebalance(List.of(FIRST));
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private void add(TopicPartition partition, long offset) {
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty()));
    }

    private long committed(TopicPartition partition) {
        OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
        return offset == null ? -1 : offset.offset();
    }

    /** Notes what it is given, and can be busy, unable, fenced or broken. */
    private static final class RecordingReceiver implements BatchReceiver {
        private final Map<TopicPartition, Long> starts = new HashMap<>();
        private final Map<TopicPartition, PartitionLog> logs = new HashMap<>();
        private final List<String> received = new ArrayList<>();
        private final List<TopicPartition> released = new ArrayList<>();
        private boolean busy;
        private boolean unable;
        private long fencedAt;
        private boolean fencedEverywhere;
        private boolean fencedWhenIdle;
        private String idleTrouble = "";
        /** How many offsets are taken at once; 0 for all. */
        private long most;

        private RuntimeException broken;

        @Override
        public Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> assigned) {
            if (unable) {
                throw new RetryLaterException("the store is busy", null);
            }
            logs.putAll(assigned);
            assigned.keySet().forEach(partition -> starts.putIfAbsent(partition, 0L));
            return starts;
        }

        @Override
        public long receiveBatch(Batch batch) {
            if (busy) {
                throw new RetryLaterException("the store is busy", null);
            }
            if (broken != null) {
                throw broken;
            }
            if (fencedEverywhere) {
                fencedEverywhere = false;
                throw FencedException.ofAllPartitions("another store");
            }
            long first = batch.records().get(0).offset();
            if (first < fencedAt) {
                starts.put(batch.partition(), fencedAt);
                throw new FencedException("too late");
            }
            received.add(batch.partition() + "@" + first);
            return most > 0 ? Math.min(first + most, batch.next()) : batch.next();
        }

        @Override
        public void positionsReached(Map<TopicPartition, Long> positions) {
            if (fencedWhenIdle) {
                fencedWhenIdle = false;
                throw FencedException.ofAllPartitions("another store");
            }
            if (!idleTrouble.isEmpty()) {
                throw new RetryLaterException(idleTrouble, null);
            }
        }

        @Override
        public CommitNote commitNote() {
            return new CommitNote(CommitNote.SINK, Map.of("store", "1"));
        }

        @Override
        public void partitionsReleased(Set<TopicPartition> partitions) {
            released.addAll(partitions);
        }
    }
}
