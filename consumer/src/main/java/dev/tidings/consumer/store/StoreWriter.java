package dev.tidings.consumer.store;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A store that takes events exactly once: the rows of a batch and the offset to go on from become durable together or
 * not at all, and only when the store still stands where the writer believes it does. For use by one thread.
 */
public interface StoreWriter extends AutoCloseable {

    /** What {@link #writeBatch} expects of a partition of which nothing has been stored. */
    long NOTHING_STORED = -1;

    /**
     * Returns the offset to go on from of each of these partitions that has been written before; the others are absent.
     *
     * @throws StoreException when the store's offsets belong to another cluster or a topic that no longer exists
     * @throws RetryLaterException when the store is busy or unavailable
     */
    Map<TopicPartition, Long> findOffsets(Set<TopicPartition> assigned);

    /**
     * Stores a batch. Events that are stored already are replaced by themselves.
     *
     * @param expectedNext offset the store must stand at, or {@link #NOTHING_STORED}
     * @param batch events of this partition in offset order; may be empty
     * @param newNext offset to go on from, beyond the last event's
     * @throws FencedException when the store stands elsewhere; nothing was stored
     * @throws RejectedException when an event among the batch can never be stored; nothing was stored
     * @throws RetryLaterException when the store is busy or unavailable; nothing was stored
     * @throws StoreException when the store is broken
     */
    void writeBatch(TopicPartition partition, long expectedNext, List<SinkRecord> batch, long newNext);

    @Override
    void close();
}
