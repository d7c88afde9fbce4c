package dev.tidings.consumer.subscribe;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics as a member of a consumer group, or alone and whole, and feeds a {@link BatchReceiver}.
 *
 * <p>One thread runs it; {@link #close}, {@link #state} and {@link #awaitClosed} may be called from any other. It never
 * blocks on the receiver's troubles: while those last, its partitions are paused and it goes on polling, so that the
 * group does not take it for dead.
 */
public final class PollLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);
    private static final Duration IDLE_POLL = Duration.ofSeconds(1);
    private static final Duration COMMIT_POLL = Duration.ofMillis(100);
    /** Polls that a change of the group may take before a closing member leaves all the same; about ten seconds. */
    private static final int LEAVING_POLLS = 100;

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> topics;
    private final boolean grouped;
    private final BatchReceiver receiver;
    private final StartingPoints startingPoints;
    private final GroupCommits commits;
    private final Backoff backoff;
    private final Backlog backlog = new Backlog();
    private final Set<TopicPartition> unstarted = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile LoopState state = LoopState.JOINING;
    private boolean joined;

    /**
     * Makes a loop that is a member of a group, and takes ownership of the consumer.
     *
     * @param consumer configured by {@link GroupMember}; not subscribed yet
     * @param topics names of the topics to read
     */
    public PollLoop(Consumer<byte[], byte[]> consumer, Set<String> topics, BatchReceiver receiver) {
        this(consumer, topics, true, receiver, System::nanoTime);
    }

    PollLoop(
            Consumer<byte[], byte[]> consumer,
            Set<String> topics,
            boolean grouped,
            BatchReceiver receiver,
            LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topics = Set.copyOf(topics);
        this.grouped = grouped;
        this.receiver = receiver;
        this.startingPoints = new StartingPoints(consumer, grouped, receiver);
        this.commits = new GroupCommits(consumer, grouped, nanoTime);
        this.backoff = new Backoff(nanoTime);
    }

    /** Makes a loop that belongs to no group: it reads every partition and nobody remembers how far it is. */
    static PollLoop alone(Consumer<byte[], byte[]> consumer, Set<String> topics, BatchReceiver receiver) {
        return new PollLoop(consumer, topics, false, receiver, System::nanoTime);
    }

    /** Reads until {@link #close} is called or something lasting goes wrong, which it then throws. */
    @Override
    public void run() {
        try {
            read();
            leave();
        } catch (KafkaException e) {
            throw unwrapped(e);
        } finally {
            consumer.close();
            state = LoopState.CLOSED;
            closed.countDown();
        }
    }

    /** Returns where in its life the loop is. */
    public LoopState state() {
        return state;
    }

    /** Asks the loop to end after the batch in hand and returns at once. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
    }

    /** Waits until {@link #run} has returned; false when it has not within the timeout. */
    public boolean awaitClosed(Duration timeout) throws InterruptedException {
        return closed.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void join() {
        if (grouped) {
            consumer.subscribe(topics, new Ownership());
            return;
        }
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        joined = true;
        hold(all);
    }

    private void read() {
        try {
            join();
            while (!closing) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to close");
        }
    }

    /** Nobody can commit while the group changes; a member that takes part in that to its end can, and reads nothing. */
    private void leave() {
        for (int polls = 0; polls < LEAVING_POLLS && !commits.commitLast(); polls++) {
            consumer.pause(consumer.assignment());
            try {
                consumer.poll(COMMIT_POLL);
            } catch (WakeupException e) {
                LOG.debug("asked again to close");
            }
        }
    }

    private void turn() {
        try {
            backlog.add(consumer.poll(patience()));
        } catch (OffsetOutOfRangeException e) {
            // Kafka trimmed the log beneath the reader; whether that is a loss is the receiver's to say.
            hold(e.partitions());
        }
        if (backoff.remaining().isZero()) {
            work();
        }
        commits.commitWhenDue();
    }

    private Duration patience() {
        if (backoff.failing()) {
            return backoff.remaining();
        }
        if (!backlog.isEmpty()) {
            return Duration.ZERO;
        }
        return commits.pending() || !grouped ? COMMIT_POLL : IDLE_POLL;
    }

    private void work() {
        try {
            start();
            deliver();
            if (backlog.isEmpty()) {
                consumer.resume(consumer.paused());
                notePositions();
            } else {
                // No more is read until what was read is done.
                consumer.pause(consumer.assignment());
            }
            recovered();
        } catch (RetryLaterException | TimeoutException e) {
            waiting(e);
        }
    }

    private void start() {
        if (!unstarted.isEmpty()) {
            startingPoints.seek(Set.copyOf(unstarted));
            unstarted.clear();
        }
    }

    private void deliver() {
        boolean whole = true;
        while (whole && !closing && !backlog.isEmpty()) {
            whole = deliver(backlog.first());
        }
        start();
    }

    /** Returns false when something is left of the batch. */
    private boolean deliver(Batch batch) {
        try {
            long next = receiver.receive(batch);
            backlog.done(next);
            commits.done(batch.partition(), next);
            return next >= batch.next();
        } catch (FencedException e) {
            LOG.info("{}: {}; reading on from where the other one stands", batch.partition(), e.getMessage());
            hold(Set.of(batch.partition()));
            return true;
        }
    }

    /** Positions move over transaction markers too, which come in no batch; without them the lag would never be zero. */
    private void notePositions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            positions.put(partition, consumer.position(partition));
        }
        positions.forEach(commits::done);
        receiver.reached(positions);
    }

    private void recovered() {
        if (backoff.failing()) {
            LOG.info("going on");
            backoff.succeeded();
        }
        state = joined ? LoopState.RUNNING : LoopState.JOINING;
    }

    private void waiting(RuntimeException cause) {
        if (!backoff.failing() && !closing) {
            LOG.warn("waiting: {}", cause.getMessage());
        }
        backoff.failed();
        consumer.pause(consumer.assignment());
        state = LoopState.WAITING;
    }

    /** Keeps partitions from being read until the receiver has said where to start. */
    private void hold(Collection<TopicPartition> partitions) {
        backlog.drop(partitions);
        commits.forget(partitions);
        unstarted.addAll(partitions);
        consumer.pause(partitions);
        // Without any position the next poll would fail; while paused, nothing is read from this one.
        partitions.forEach(partition -> consumer.seek(partition, 0));
    }

    private void release(Collection<TopicPartition> partitions) {
        backlog.drop(partitions);
        unstarted.removeAll(partitions);
        receiver.released(Set.copyOf(partitions));
    }

    /** Kafka wraps what a rebalance listener throws. */
    private static RuntimeException unwrapped(KafkaException e) {
        boolean listenerFailed = e.getClass() == KafkaException.class && e.getCause() instanceof RuntimeException;
        return listenerFailed && e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    private final class Ownership implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("assigned {}", partitions);
            joined = true;
            hold(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            LOG.info("revoked {}", partitions);
            commits.release(partitions);
            release(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            LOG.info("lost {}", partitions);
            commits.forget(partitions);
            release(partitions);
        }
    }
}
