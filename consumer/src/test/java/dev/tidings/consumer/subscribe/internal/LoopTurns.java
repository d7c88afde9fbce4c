package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;

/** Drives a loop turn by turn on Kafka's own in-memory consumer; time is the test's. */
abstract class LoopTurns {

    static final String TOPIC = "topic";
    static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    final Map<TopicPartition, OffsetAndMetadata> lastCommit = new HashMap<>();
    final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (wakeUps > 0) {
                wakeUps--;
                throw new WakeupException();
            }
            if (groupChanges) {
                throw new RebalanceInProgressException();
            }
            lastCommit.putAll(offsets);
            super.commitSync(offsets, timeout);
        }
    };
    boolean groupChanges;
    int wakeUps;
    final AtomicLong time = new AtomicLong();
    final RecordingReceiver receiver = new RecordingReceiver();
    final PollLoop loop = new PollLoop(
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

    void run(Runnable... turns) {
        schedule(turns);
        consumer.schedulePollTask(loop::close);
        loop.run();
    }

    void schedule(Runnable... turns) {
        for (Runnable turn : turns) {
            consumer.schedulePollTask(turn);
        }
    }

    void assignFirst() {
        consumer.rebalance(List.of(FIRST));
    }

    void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    void add(TopicPartition partition, long offset) {
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

    long committed(TopicPartition partition) {
        OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
        return offset == null ? -1 : offset.offset();
    }
}
