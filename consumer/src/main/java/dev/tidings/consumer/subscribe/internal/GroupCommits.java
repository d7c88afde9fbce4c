package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the consumer group how far the work is done, at most ten times a second. */
final class GroupCommits {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommits.class);
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final LongSupplier nanoTime;
    private final Supplier<CommitNote> note;
    private final Map<TopicPartition, Long> done = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private long lastCommit;

    /**
     * Makes one that has committed nothing yet.
     *
     * @param note what is kept beside each offset
     */
    GroupCommits(Consumer<byte[], byte[]> consumer, LongSupplier nanoTime, Supplier<CommitNote> note) {
        this.consumer = consumer;
        this.nanoTime = nanoTime;
        this.note = note;
        this.lastCommit = nanoTime.getAsLong() - INTERVAL.toNanos();
    }

    void markDone(TopicPartition partition, long next) {
        done.put(partition, next);
    }

    boolean hasPending() {
        return !done.equals(committed);
    }

    void commitWhenDue() {
        if (hasPending() && nanoTime.getAsLong() - lastCommit >= INTERVAL.toNanos()) {
            lastCommit = nanoTime.getAsLong();
            committed.putAll(done);
            consumer.commitAsync(offsets(done), this::committed);
        }
    }

    /** Commits what is done of partitions that are about to go to another member, and forgets them. */
    void commitReleased(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> last = new HashMap<>(done);
        last.keySet().retainAll(partitions);
        forgetPartitions(partitions);
        if (!last.isEmpty()) {
            commitNow(offsets(last));
        }
    }

    /**
     * Commits all that is done before the consumer is closed: a static member is asked for nothing then.
     *
     * @return false when the group is changing, or the call to close came in between, and the next poll must come first
     */
    boolean commitLast() {
        if (!hasPending()) {
            return true;
        }
        try {
            return commitNow(offsets(done));
        } catch (WakeupException e) {
            // The call to close came while a batch was in hand, and is used up now; another one may follow.
            return false;
        }
    }

    /** Returns false when the group is changing: then a commit may succeed later. */
    private boolean commitNow(Map<TopicPartition, OffsetAndMetadata> last) {
        try {
            consumer.commitSync(last, LAST_COMMIT);
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RebalanceInProgressException e) {
            LOG.debug("committing {} failed while the group is changing", last, e);
            return false;
        } catch (KafkaException e) {
            LOG.debug("committing {} failed; the next owner reads it again", last, e);
        }
        return true;
    }

    void forgetPartitions(Collection<TopicPartition> partitions) {
        done.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> positions) {
        String metadata = note.get().toMetadata();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        positions.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next, metadata)));
        return offsets;
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            LOG.debug("committing {} failed; it is tried again", offsets, failure);
            committed.keySet().removeAll(offsets.keySet());
        }
    }
}
