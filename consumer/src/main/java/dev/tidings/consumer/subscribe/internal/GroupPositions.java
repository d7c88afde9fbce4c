package dev.tidings.consumer.subscribe.internal;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a group stands, as the brokers keep it, and what was noted beside each position.
 *
 * @param notes of each partition in which the group has a position, by topic and number
 */
public record GroupPositions(SortedMap<TopicPartition, CommitNote> notes) {

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    /**
     * Asks the brokers.
     *
     * @throws DependencyUnreachableException when they do not answer
     */
    public static GroupPositions ofGroup(TopicAdmin broker, String group) {
        return ofOffsets(broker.awaitAnswer(askOffsets(broker, group)));
    }

    /** Asks the brokers without waiting for {@link #ofOffsets their answer}. */
    public static KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> askOffsets(TopicAdmin broker, String group) {
        return broker.adminClient().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
    }

    /** Returns the positions of an answer. */
    public static GroupPositions ofOffsets(Map<TopicPartition, OffsetAndMetadata> found) {
        SortedMap<TopicPartition, CommitNote> notes = new TreeMap<>(ORDER);
        found.forEach((partition, offset) -> {
            if (offset != null) {
                notes.put(partition, CommitNote.parseNote(offset.metadata()));
            }
        });
        return new GroupPositions(notes);
    }

    /**
     * Asks the brokers how many partitions topics have.
     *
     * @throws DependencyUnreachableException when they do not answer
     */
    public static Map<String, Integer> partitionCounts(TopicAdmin broker, Set<String> topics) {
        Map<String, TopicDescription> found =
                broker.awaitAnswer(broker.adminClient().describeTopics(topics).allTopicNames());
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        topic -> topic.getValue().partitions().size()));
    }

    /** Returns whether a position was noted by something of this kind. */
    public boolean isNotedBy(String kind) {
        return notes.values().stream().anyMatch(note -> note.kind().equals(kind));
    }
}
