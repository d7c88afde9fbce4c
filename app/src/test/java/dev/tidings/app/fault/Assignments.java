package dev.tidings.app.fault;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Who works on what in a consumer group, as the broker tells it. */
record Assignments(Settings settings, String group) {

    /** Returns the partitions of each process, by its instance name; a process without any is left out. */
    Map<String, TreeSet<String>> byInstance() {
        Map<String, TreeSet<String>> shares = new TreeMap<>();
        for (MemberDescription member : description().members()) {
            String instance = instance(member);
            for (TopicPartition partition : member.assignment().topicPartitions()) {
                shares.computeIfAbsent(instance, name -> new TreeSet<>()).add(partition.toString());
            }
        }
        return shares;
    }

    /** Returns the next offset that the group has committed, by partition. */
    Map<String, Long> committed() {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            Map<String, Long> offsets = new TreeMap<>();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.awaitAnswer(
                    admin.adminClient().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            committed.forEach((partition, offset) -> offsets.put(partition.toString(), offset.offset()));
            return offsets;
        }
    }

    private ConsumerGroupDescription description() {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            return admin.awaitAnswer(admin.adminClient()
                            .describeConsumerGroups(List.of(group))
                            .all())
                    .get(group);
        }
    }

    /** A static member is called by instance and thread, {@code a-1} say. */
    private static String instance(MemberDescription member) {
        return member.groupInstanceId().orElse("").replaceFirst("-\\d+$", "");
    }
}
