package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Every partition, from the beginning of the run to its end; nobody remembers how far the reader is. */
final class WholeTopicAssignment implements PartitionAssignment {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;

    /**
     * Makes one.
     *
     * @param consumer without a group; nothing is assigned to it yet
     */
    WholeTopicAssignment(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void join(Set<String> topics, Owner owner) {
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        owner.onAssigned(all);
    }

    @Override
    public Map<TopicPartition, Long> findCommitted(Set<TopicPartition> partitions) {
        return Map.of();
    }

    @Override
    public Duration pollTimeout() {
        return POLL;
    }

    @Override
    public void markDone(TopicPartition partition, long next) {
        // There is nobody to remember it.
    }

    @Override
    public void forget(Collection<TopicPartition> partitions) {
        // Nothing was noted.
    }

    @Override
    public void commitWhenDue() {
        // Nothing was noted.
    }

    @Override
    public boolean commitLast() {
        return true;
    }
}
