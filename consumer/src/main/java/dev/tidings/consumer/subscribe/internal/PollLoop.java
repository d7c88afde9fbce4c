package dev.tidings.consumer.subscribe.internal;

import dev.tidings.consumer.failure.RetryLaterException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.protocol.Errors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics as a member of a consumer group, or whole and alone, and feeds a {@link BatchReceiver}.
 *
 * <p>One thread runs it; {@link #close} and {@link #state} may be called from any other. It never
 * blocks on the receiver's troubles: while those last, its partitions are paused and it goes on polling, so that the
 * group does not take it for dead.
 */
public final class PollLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);
    private static final Duration LEAVING_POLL = Duration.ofMillis(100);
    /** Polls that a change of the group may take before a closing member leaves all the same; about ten seconds. */
    private static final int MAX_LEAVING_POLLS = 100;

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> topics;
    private final PartitionAssignment assignment;
    private final BatchReceiver receiver;
    private final StartingPoints startingPoints;
    private final Backoff backoff;
    private final Obstacle obstacle;
    private final Backlog backlog = new Backlog();
    private final Set<TopicPartition> unstarted = new HashSet<>();
    private volatile boolean closing;
    private volatile LoopState state = LoopState.JOINING;
    private volatile String memberId = "";
    private boolean joined;

    PollLoop(
            Consumer<byte[], byte[]> consumer,
            PartitionAssignment assignment,
            Set<String> topics,
            BatchReceiver receiver,
            LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topics = Set.copyOf(topics);
        this.assignment = assignment;
        this.receiver = receiver;
        this.startingPoints = new StartingPoints(consumer, assignment, receiver);
        this.backoff = new Backoff(nanoTime);
        this.obstacle = new Obstacle(nanoTime);
    }

    /**
     * Makes a loop that is a member of a group, and takes ownership of the consumer.
     *
     * @param consumer configured by {@link GroupMember}; not subscribed yet
     * @param topics names of the topics to read
     */
    public static PollLoop inGroup(Consumer<byte[], byte[]> consumer, Set<String> topics, BatchReceiver receiver) {
        return new PollLoop(
                consumer,
                new GroupAssignment(consumer, System::nanoTime, receiver::commitNote),
                topics,
                receiver,
                System::nanoTime);
    }

    /**
     * Makes a loop that belongs to no group: it reads every partition and nobody remembers how far it is. It takes
     * ownership of the consumer.
     *
     * @param consumer of {@link GroupMember#withoutGroup}
     * @param topics names of the topics to read
     */
    public static PollLoop ofWholeTopics(
            Consumer<byte[], byte[]> consumer, Set<String> topics, BatchReceiver receiver) {
        return new PollLoop(consumer, new WholeTopicAssignment(consumer), topics, receiver, System::nanoTime);
    }

    /** Reads until {@link #close} is called or something lasting goes wrong, which it then throws. */
    @Override
    public void run() {
        try {
            readUntilClosed();
            leaveGroup();
        } catch (FencedInstanceIdException e) {
            memberId = consumer.groupMetadata().memberId();
            receiver.partitionsReleased(Set.copyOf(consumer.assignment()));
            throw e;
        } catch (KafkaException e) {
            throw unwrapCause(e);
        } finally {
            consumer.close();
            state = LoopState.CLOSED;
        }
    }

    /** Returns where in its life the loop is. */
    public LoopState lifecycleState() {
        return state;
    }

    /** Returns the metrics of the consumer; any thread may ask. */
    Map<MetricName, ? extends Metric> kafkaMetrics() {
        return consumer.metrics();
    }

    /** Returns what the group called this member that it has shut out; empty before. */
    String memberId() {
        return memberId;
    }

    /** Returns what the loop waits for, in one line; empty when it waits for nothing. */
    public Optional<String> findObstacle() {
        return obstacle.findCause();
    }

    /** Asks the loop to end after the batch in hand and returns at once. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
    }

    /** Closes what it reads with; only while it does not run. */
    void closeConsumer() {
        consumer.close();
    }

    private void readUntilClosed() {
        try {
            assignment.join(topics, new Ownership());
            while (!closing) {
                pollOnce();
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to close");
        }
    }

    /**
     * Nobody can commit while the group changes; a member that takes part in that to its end can, and reads nothing.
     */
    private void leaveGroup() {
        for (int polls = 0; polls < MAX_LEAVING_POLLS && !assignment.commitLast(); polls++) {
            consumer.pause(consumer.assignment());
            try {
                consumer.poll(LEAVING_POLL);
            } catch (WakeupException e) {
                LOG.debug("asked again to close");
            }
        }
    }

    private void pollOnce() {
        try {
            backlog.add(consumer.poll(pollTimeout()));
        } catch (OffsetOutOfRangeException e) {
            // Kafka trimmed the log beneath the reader; whether that is a loss is the receiver's to say.
            holdBack(e.partitions());
        } catch (KafkaException e) {
            if (!isOfLoading(e)) {
                throw e;
            }
            LOG.info("the broker has not loaded yet what it knows of the group; asking again");
        }
        if (backoff.remainingWait().isZero()) {
            deliverBacklog();
        }
        assignment.commitWhenDue();
    }

    private Duration pollTimeout() {
        if (backoff.isFailing()) {
            return backoff.remainingWait();
        }
        return backlog.isEmpty() ? assignment.pollTimeout() : Duration.ZERO;
    }

    private void deliverBacklog() {
        try {
            seekUnstarted();
            deliverBatches();
            if (backlog.isEmpty()) {
                consumer.resume(consumer.paused());
                notePositions();
            } else {
                // No more is read until what was read is done.
                consumer.pause(consumer.assignment());
            }
            noteRecovery();
        } catch (FencedException e) {
            startAnew(e, consumer.assignment());
        } catch (RetryLaterException | TimeoutException e) {
            noteWaiting(e);
        }
    }

    private void seekUnstarted() {
        if (!unstarted.isEmpty()) {
            startingPoints.seekTo(Set.copyOf(unstarted));
            unstarted.clear();
        }
    }

    private void deliverBatches() {
        boolean whole = true;
        while (whole && !closing && !backlog.isEmpty()) {
            whole = deliverBatch(backlog.firstBatch());
        }
        seekUnstarted();
    }

    /** Returns false when something is left of the batch. */
    private boolean deliverBatch(Batch batch) {
        try {
            long next = receiver.receiveBatch(batch);
            backlog.dropDone(next);
            assignment.markDone(batch.partition(), next);
            return next >= batch.next();
        } catch (FencedException e) {
            startAnew(e, Set.of(batch.partition()));
            return true;
        }
    }

    private void startAnew(FencedException e, Set<TopicPartition> fenced) {
        if (e.isAboutAll()) {
            LOG.warn("{}", e.getMessage());
            holdBack(Set.copyOf(consumer.assignment()));
        } else {
            LOG.info("{}: {}; reading on from where the other one stands", fenced, e.getMessage());
            holdBack(Set.copyOf(fenced));
        }
    }

    /**
     * Positions move over transaction markers too, which come in no batch; without them the lag would never be zero.
     */
    private void notePositions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            positions.put(partition, consumer.position(partition));
        }
        receiver.positionsReached(positions);
        positions.forEach(assignment::markDone);
    }

    private void noteRecovery() {
        if (backoff.isFailing()) {
            LOG.info("going on");
            backoff.attemptSucceeded();
            obstacle.noteGone();
        }
        state = joined ? LoopState.RUNNING : LoopState.JOINING;
    }

    private void noteWaiting(RuntimeException cause) {
        if (obstacle.noteMet(String.valueOf(cause.getMessage())) && !closing) {
            LOG.warn("waiting: {}", cause.getMessage());
        }
        backoff.attemptFailed();
        consumer.pause(consumer.assignment());
        state = LoopState.WAITING;
    }

    /** Keeps partitions from being read until the receiver has said where to start. */
    private void holdBack(Collection<TopicPartition> partitions) {
        backlog.dropPartitions(partitions);
        assignment.forget(partitions);
        unstarted.addAll(partitions);
        consumer.pause(partitions);
        // Without any position the next poll would fail; while paused, nothing is read from this one.
        partitions.forEach(partition -> consumer.seek(partition, 0));
    }

    /** A broker that has just come back asks for patience; where it does so of a sync, the client takes it for a fault. */
    private static boolean isOfLoading(KafkaException e) {
        return e.getClass() == KafkaException.class
                && String.valueOf(e.getMessage()).endsWith(Errors.COORDINATOR_LOAD_IN_PROGRESS.message());
    }

    /** Kafka wraps what a rebalance listener throws. */
    private static RuntimeException unwrapCause(KafkaException e) {
        boolean listenerFailed = e.getClass() == KafkaException.class && e.getCause() instanceof RuntimeException;
        return listenerFailed && e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    private final class Ownership implements PartitionAssignment.Owner {

        @Override
        public void onAssigned(Collection<TopicPartition> partitions) {
            joined = true;
            holdBack(partitions);
        }

        @Override
        public void onReleased(Collection<TopicPartition> partitions) {
            backlog.dropPartitions(partitions);
            unstarted.removeAll(partitions);
            receiver.partitionsReleased(Set.copyOf(partitions));
        }
    }
}
