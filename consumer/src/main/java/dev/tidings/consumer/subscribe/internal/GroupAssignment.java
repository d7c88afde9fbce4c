package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Partitions shared among the members of a consumer group, which remembers how far they are. */
final class GroupAssignment implements PartitionAssignment {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAssignment.class);
    private static final Duration IDLE_POLL = Duration.ofSeconds(1);
    private static final Duration COMMIT_POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final GroupCommits commits;

    /**
     * Makes one.
     *
     * @param consumer configured by {@link GroupMember}; not subscribed yet
     * @param note what is kept beside each offset that is committed
     */
    GroupAssignment(Consumer<byte[], byte[]> consumer, LongSupplier nanoTime, Supplier<CommitNote> note) {
        this.consumer = consumer;
        this.commits = new GroupCommits(consumer, nanoTime, note);
    }

    @Override
    public void join(Set<String> topics, Owner owner) {
        consumer.subscribe(topics, new Rebalance(owner));
    }

    @Override
    public Map<TopicPartition, Long> findCommitted(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> found = new HashMap<>();
        consumer.committed(partitions, TIMEOUT).forEach((partition, offset) -> {
            if (offset != null) {
                found.put(partition, offset.offset());
            }
        });
        return found;
    }

    @Override
    public Duration pollTimeout() {
        return commits.hasPending() ? COMMIT_POLL : IDLE_POLL;
    }

    @Override
    public void markDone(TopicPartition partition, long next) {
        commits.markDone(partition, next);
    }

    @Override
    public void forget(Collection<TopicPartition> partitions) {
        commits.forgetPartitions(partitions);
    }

    @Override
    public void commitWhenDue() {
        commits.commitWhenDue();
    }

    @Override
    public boolean commitLast() {
        return commits.commitLast();
    }

    private final class Rebalance implements ConsumerRebalanceListener {

        private final Owner owner;

        private Rebalance(Owner owner) {
            this.owner = owner;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("assigned {}", partitions);
            owner.onAssigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            LOG.info("revoked {}", partitions);
            commits.commitReleased(partitions);
            owner.onReleased(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            LOG.info("lost {}", partitions);
            commits.forgetPartitions(partitions);
            owner.onReleased(partitions);
        }
    }
}
