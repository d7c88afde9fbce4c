package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * How a {@link PollLoop} gets its partitions, and who remembers how far it is. Only the loop's thread calls it.
 *
 * @see GroupAssignment
 * @see WholeTopicAssignment
 */
interface PartitionAssignment {

    /** Is told which partitions are assigned and revoked. */
    interface Owner {

        /** Partitions were assigned; nothing of them is read before their start is known. */
        void onAssigned(Collection<TopicPartition> partitions);

        /** Partitions were revoked and may belong to another member. */
        void onReleased(Collection<TopicPartition> partitions);
    }

    /** Asks for the partitions of topics; the owner is told of them now or in a later poll. */
    void join(Set<String> topics, Owner owner);

    /** Returns the offset remembered of each of these partitions; those of which nothing is remembered are absent. */
    Map<TopicPartition, Long> findCommitted(Set<TopicPartition> partitions);

    /** Returns how long a poll may wait for records when nothing else is to be done. */
    Duration pollTimeout();

    /** Notes that all before an offset is done. */
    void markDone(TopicPartition partition, long next);

    /** Forgets what was noted of partitions. */
    void forget(Collection<TopicPartition> partitions);

    /** Has what was noted remembered, if that is due. */
    void commitWhenDue();

    /**
     * Has all that was noted remembered before the consumer is closed.
     *
     * @return false when that is not possible before the next poll
     */
    boolean commitLast();
}
