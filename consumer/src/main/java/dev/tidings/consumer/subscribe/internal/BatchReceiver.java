package dev.tidings.consumer.subscribe.internal;

import dev.tidings.consumer.failure.RetryLaterException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What a {@link PollLoop} feeds. Only the loop's thread calls it.
 *
 * <p>For each partition the calls come as {@code (start receive*)* released}: {@code start} says where to read from,
 * and every batch follows on the one before, or is what was left of it. What counts as done is what {@code receive}
 * says; no more than that is committed to the consumer group.
 */
public interface BatchReceiver {

    /**
     * Says where to start reading partitions that this process now owns, or whose batch it refused as
     * {@link FencedException}.
     *
     * @param logs what Kafka holds of each
     * @return the first offset wanted of each of them
     * @throws RetryLaterException when that cannot be told now; the loop waits and asks again
     */
    Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> logs);

    /**
     * Takes a batch, or the first part of it when the whole would take long: the loop then sees to its group and to
     * being closed, and brings the rest.
     *
     * @return the offset before which all is done: {@link Batch#next()} when the whole batch is
     * @throws RetryLaterException when its first record cannot be taken now: the loop waits, staying in its group, and
     *     brings the same batch again
     * @throws FencedException when somebody else has moved on in this partition, or in all: the loop drops what it has
     *     read of it and asks {@link #startOffsets} again
     */
    long receiveBatch(Batch batch);

    /**
     * Tells how far reading is when everything read is done, about once a second when nothing comes.
     *
     * @param positions the next offset of every partition owned, beyond transaction markers
     * @throws RetryLaterException when nothing could be taken now; the loop waits
     * @throws FencedException when somebody else has moved on
     */
    default void positionsReached(Map<TopicPartition, Long> positions) {}

    /** Returns what is kept beside each offset that is committed, for other processes to read. */
    default CommitNote commitNote() {
        return new CommitNote("", Map.of());
    }

    /**
     * Tells that partitions are no longer this process's. Nothing of them is under way at that moment: a batch is
     * either done, or dropped and read again by the next owner.
     */
    void partitionsReleased(Set<TopicPartition> partitions);
}
