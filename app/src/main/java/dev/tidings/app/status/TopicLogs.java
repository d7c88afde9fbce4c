package dev.tidings.app.status;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the logs of an installation begin and end, asked once.
 *
 * @param partitions of each topic that exists, by its name
 * @param beginnings first offset by partition
 * @param ends offset after the last record for readers of committed records
 * @param allEnds the same for readers of all: where it is more, a transaction is open
 */
record TopicLogs(
        Map<String, List<TopicPartition>> partitions,
        Map<TopicPartition, Long> beginnings,
        Map<TopicPartition, Long> ends,
        Map<TopicPartition, Long> allEnds) {

    static TopicLogs ask(TopicAdmin broker, Topics topics) {
        List<String> names = topics.allTopics().stream().map(Topic::name).toList();
        Map<String, List<TopicPartition>> partitions = broker.describeNames(names).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, topic -> partitionsOf(topic.getValue())));
        Set<TopicPartition> all =
                partitions.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return new TopicLogs(
                partitions,
                offsets(broker, all, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED),
                offsets(broker, all, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED),
                offsets(broker, all, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED));
    }

    private static List<TopicPartition> partitionsOf(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(
            TopicAdmin broker, Set<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        broker.awaitAnswer(broker.adminClient()
                        .listOffsets(asked, new ListOffsetsOptions(isolation))
                        .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** Returns the partitions of topics, as far as these exist. */
    List<TopicPartition> partitionsOf(List<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> partitions.getOrDefault(topic.name(), List.of()).stream())
                .toList();
    }

    long beginningOf(TopicPartition partition) {
        return beginnings.getOrDefault(partition, 0L);
    }

    /** Returns the partitions in which a transaction is open. */
    List<TopicPartition> heldUp() {
        return allEnds.entrySet().stream()
                .filter(end -> end.getValue() > ends.getOrDefault(end.getKey(), 0L))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(TopicPartition::toString))
                .toList();
    }
}
