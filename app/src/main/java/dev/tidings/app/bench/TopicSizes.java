package dev.tidings.app.bench;

import dev.tidings.app.bench.BenchReport.Written;
import dev.tidings.kafka.admin.TopicAdmin;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * What has been written to every topic of a broker, changelogs and those of Kafka itself included. Immutable.
 */
final class TopicSizes {

    private final Map<String, Written> sizes;

    private TopicSizes(Map<String, Written> sizes) {
        this.sizes = sizes;
    }

    static TopicSizes ofBroker(TopicAdmin admin) {
        Map<TopicPartition, Long> bytes = partitionBytes(admin);
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.awaitAnswer(admin.adminClient()
                .listOffsets(bytes.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all());
        Map<String, Written> sizes = new HashMap<>();
        bytes.forEach((partition, size) -> sizes.merge(
                partition.topic(),
                new Written(Objects.requireNonNull(ends.get(partition)).offset(), size),
                (one, other) -> new Written(one.positions() + other.positions(), one.bytes() + other.bytes())));
        return new TopicSizes(sizes);
    }

    /** Returns what each topic gained since an earlier reading, for one of so many articles; those that gained. */
    Map<String, Written> gainedPer(int articles, TopicSizes before) {
        Map<String, Written> gained = new TreeMap<>();
        sizes.forEach((topic, size) -> {
            Written former = before.sizes.getOrDefault(topic, new Written(0, 0));
            if (size.positions() > former.positions()) {
                gained.put(
                        topic,
                        new Written(
                                rounded((size.positions() - former.positions()) / articles, 1_000),
                                rounded((size.bytes() - former.bytes()) / articles, 1)));
            }
        });
        return gained;
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }

    private static Map<TopicPartition, Long> partitionBytes(TopicAdmin admin) {
        var brokers = admin.awaitAnswer(admin.adminClient().describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        Map<TopicPartition, Long> bytes = new HashMap<>();
        admin.awaitAnswer(admin.adminClient().describeLogDirs(brokers).allDescriptions())
                .values()
                .forEach(folders -> folders.values().forEach(folder -> addFolder(folder, bytes)));
        return bytes;
    }

    private static void addFolder(LogDirDescription folder, Map<TopicPartition, Long> bytes) {
        folder.replicaInfos().forEach((partition, replica) -> bytes.merge(partition, replica.size(), Long::sum));
    }
}
