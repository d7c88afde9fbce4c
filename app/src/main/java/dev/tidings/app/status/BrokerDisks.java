package dev.tidings.app.status;

import dev.tidings.kafka.admin.TopicAdmin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** The disks of the brokers. */
final class BrokerDisks {
    private BrokerDisks() {}

    /** Returns the disks of brokers that tell of them. */
    static List<DiskStatus> disksOf(TopicAdmin broker) {
        List<Integer> nodes = broker
                .awaitAnswer(broker.adminClient().describeCluster().nodes())
                .stream()
                .map(Node::id)
                .sorted()
                .toList();
        Map<Integer, Map<String, LogDirDescription>> folders =
                broker.awaitAnswer(broker.adminClient().describeLogDirs(nodes).allDescriptions());
        List<DiskStatus> disks = new ArrayList<>();
        nodes.forEach(node -> folders.getOrDefault(node, Map.of()).forEach((folder, description) -> {
            if (description.usableBytes().isPresent()
                    && description.totalBytes().isPresent()) {
                disks.add(new DiskStatus(
                        "broker " + node,
                        folder,
                        description.usableBytes().getAsLong(),
                        description.totalBytes().getAsLong()));
            }
        }));
        return disks;
    }
}
