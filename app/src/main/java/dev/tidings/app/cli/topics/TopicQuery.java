package dev.tidings.app.cli.topics;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** What a broker says of topics, asked with one request of each kind for all of them. */
final class TopicQuery {
    private final TopicAdmin broker;
    private final Map<String, TopicDescription> descriptions;
    private final Map<ConfigResource, Config> configs;
    private final Map<String, Long> sizes;
    private final Map<TopicPartition, ListOffsetsResultInfo> ends;

    private TopicQuery(TopicAdmin broker, List<String> names) {
        this.broker = broker;
        this.descriptions = broker.get(broker.admin().describeTopics(names).allTopicNames());
        this.configs = broker.get(broker.admin()
                .describeConfigs(names.stream().map(TopicQuery::resource).toList())
                .all());
        this.sizes = sizes();
        this.ends = broker.get(broker.admin()
                .listOffsets(partitions().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all());
    }

    /** The state of every topic, in the order in which an article meets them. */
    static List<TopicState> states(TopicAdmin broker, Topics topics) {
        Set<String> existing = broker.get(broker.admin().listTopics().names());
        List<String> names = topics.all().stream()
                .map(Topic::name)
                .filter(existing::contains)
                .toList();
        TopicQuery query = new TopicQuery(broker, names);
        return topics.all().stream()
                .map(topic ->
                        names.contains(topic.name()) ? query.state(topic.name()) : TopicState.missing(topic.name()))
                .toList();
    }

    private TopicState state(String name) {
        Config config = Objects.requireNonNull(configs.get(resource(name)));
        List<Long> offsets = partitionsOf(name).stream()
                .map(partition -> Objects.requireNonNull(ends.get(partition)).offset())
                .toList();
        return new TopicState(
                name,
                true,
                offsets.size(),
                config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value(),
                Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value()),
                sizes.getOrDefault(name, 0L),
                offsets);
    }

    private List<TopicPartition> partitions() {
        return descriptions.keySet().stream()
                .flatMap(name -> partitionsOf(name).stream())
                .toList();
    }

    private List<TopicPartition> partitionsOf(String name) {
        return Objects.requireNonNull(descriptions.get(name)).partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
    }

    private Map<String, Long> sizes() {
        Collection<Node> nodes = broker.get(broker.admin().describeCluster().nodes());
        List<Integer> ids = nodes.stream().map(Node::id).toList();
        List<LogDirDescription> folders = new ArrayList<>();
        broker.get(broker.admin().describeLogDirs(ids).allDescriptions())
                .values()
                .forEach(node -> folders.addAll(node.values()));
        Map<String, Long> bytes = new TreeMap<>();
        folders.forEach(folder -> folder.replicaInfos()
                .forEach((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum)));
        return bytes;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
