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
 *
 * <p>A writer outlives what happens to its store. Whatever stands in its way now, a lock, a full disk, a store that is
 * damaged, is told as {@link RetryLaterException} with cause and fix, and the same call succeeds once that is mended.
 * When the store has become another one, removed or put back from a copy, the writer says so once by a {@link
 * FencedException} of all partitions and works with the one that is there now; where there is none, it makes one.
 */
public interface StoreWriter extends AutoCloseable {

    /** What {@link #writeBatch} expects of a partition of which nothing has been stored. */
    long NOTHING_STORED = -1;

    /**
     * Returns the offset to go on from of each of these partitions that has been written before; the others are absent.
     *
     * @throws StoreException when the store's offsets belong to another cluster or a topic that no longer exists
     * @throws FencedException when the store is another one than the offsets found before were of
     * @throws RetryLaterException when the store cannot be used now
     */
    Map<TopicPartition, Long> findOffsets(Set<TopicPartition> assigned);

    /**
     * Stores a batch. Events that are stored already are replaced by themselves; a removal takes effect in its order.
     *
     * @param expectedNext offset the store must stand at, or {@link #NOTHING_STORED}
     * @param batch events of this partition in offset order; may be empty
     * @param newNext offset to go on from, beyond the last event's
     * @throws FencedException when the store stands elsewhere, or is another one; nothing was stored
     * @throws RejectedException when an event among the batch can never be stored; nothing was stored
     * @throws RetryLaterException when the store cannot be used now; nothing was stored, or, when it failed at the very
     *     end, all, which the same call then answers with a {@link FencedException}
     * @throws StoreException when the store fails for a reason that will not pass
     */
    void writeBatch(TopicPartition partition, long expectedNext, List<SinkRecord> batch, long newNext);

    /**
     * Looks whether the store is still there. Costs little: it is called every second when nothing is to be stored.
     *
     * @throws FencedException when the store is another one than the offsets found before were of
     * @throws RetryLaterException when the store cannot be used now
     */
    void checkStore();

    /** Returns the id that the store was given when it was made, for as long as it lives; no other store has it. */
    String storeId();

    /**
     * Returns where the store is, the same from whichever process: two stores can be at one place one after the other,
     * never at once.
     */
    String storePlace();

    @Override
    void close();
}
