package dev.tidings.consumer.subscribe.internal;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group is, whichever process its members run in. A {@link PollLoop} commits only what is done, so a
 * group that stands at the end has done everything. Safe for use by many threads.
 */
public final class GroupProgress {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TopicAdmin broker;
    private final String group;
    private final Set<String> topics;

    /**
     * Makes one.
     *
     * @param broker stays the caller's
     * @param topics names of the topics the group reads
     */
    public GroupProgress(TopicAdmin broker, String group, Set<String> topics) {
        this.broker = broker;
        this.group = group;
        this.topics = Set.copyOf(topics);
    }

    /**
     * Waits until everything that is committed in the topics at the time of the call is done.
     *
     * @return false when it is not within the timeout, or the thread was interrupted
     * @throws DependencyUnreachableException when Kafka does not answer
     */
    public boolean awaitCaughtUp(Duration timeout) {
        return awaitCaughtUp(timeout, () -> true);
    }

    /** As {@link #awaitCaughtUp(Duration)}, but gives up as soon as nobody is working any more. */
    public boolean awaitCaughtUp(Duration timeout, BooleanSupplier working) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Map<TopicPartition, Long> ends = endOffsets();
        while (offsetsBehind(ends) > 0) {
            boolean inTime = System.nanoTime() < deadline;
            if (!inTime || !working.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    /** Returns how many offsets the group is behind the end of its topics, transaction markers included. */
    public long totalLag() {
        return offsetsBehind(endOffsets());
    }

    private long offsetsBehind(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = broker.awaitAnswer(
                broker.adminClient().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - offset(committed, end.getKey())))
                .sum();
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private Map<TopicPartition, Long> endOffsets() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found = broker.awaitAnswer(broker.adminClient()
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        Map<TopicPartition, Long> ends = new HashMap<>();
        found.forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private List<TopicPartition> partitions() {
        return broker.awaitAnswer(broker.adminClient().describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> partitions(topic).stream())
                .toList();
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }
}
