package dev.tidings.consumer.subscribe;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What a {@link PollLoop} feeds. Only the loop's thread calls it.
 *
 * <p>For each partition the calls come as {@code (start receive*)* released}: {@code start} says where to read from, and
 * every batch follows on the one before. A batch counts as done when {@code receive} returns; only then is its end
 * committed to the consumer group.
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
    Map<TopicPartition, Long> start(Map<TopicPartition, PartitionLog> logs);

    /**
     * Takes a batch.
     *
     * @throws RetryLaterException when it cannot be taken now: the loop waits, staying in its group, and brings the same
     *     batch again
     * @throws FencedException when somebody else has moved on in this partition: the loop drops what it has read of it
     *     and asks {@link #start} again
     */
    void receive(Batch batch);

    /**
     * Tells that partitions are no longer this process's. Nothing of them is under way at that moment: a batch is either
     * done, or dropped and read again by the next owner.
     */
    void released(Set<TopicPartition> partitions);
}
