package dev.tidings.app.status;

import dev.tidings.kafka.admin.TopicAdmin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Asks for the consumer groups of a cluster. */
final class GroupQuery {
    private GroupQuery() {}

    /** Returns every consumer group that this client may see, by name. */
    static Map<String, GroupPicture> allGroups(TopicAdmin broker) {
        List<String> names =
                broker
                        .awaitAnswer(broker.adminClient()
                                .listGroups(ListGroupsOptions.forConsumerGroups())
                                .valid())
                        .stream()
                        .map(GroupListing::groupId)
                        .toList();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, ConsumerGroupDescription> descriptions = broker.awaitAnswer(
                broker.adminClient().describeConsumerGroups(names).all());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets = broker.awaitAnswer(broker.adminClient()
                .listConsumerGroupOffsets(names.stream()
                        .collect(Collectors.toMap(Function.identity(), name -> new ListConsumerGroupOffsetsSpec())))
                .all());
        Map<String, GroupPicture> groups = new TreeMap<>();
        descriptions.forEach((name, description) ->
                groups.put(name, stateOf(description, offsets.getOrDefault(name, Map.of()))));
        return groups;
    }

    private static GroupPicture stateOf(
            ConsumerGroupDescription description, Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            // A partition without a position is in the answer, too.
            if (offset != null) {
                positions.put(partition, offset.offset());
            }
        });
        Set<TopicPartition> assigned = description.members().stream()
                .map(member -> member.assignment().topicPartitions())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        boolean settled = description.groupState() == GroupState.STABLE || description.groupState() == GroupState.EMPTY;
        return new GroupPicture(positions, assigned, description.members().size(), settled);
    }
}
