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
        this.descriptions =
                broker.awaitAnswer(broker.adminClient().describeTopics(names).allTopicNames());
        this.configs = broker.awaitAnswer(broker.adminClient()
                .describeConfigs(names.stream().map(TopicQuery::topicResource).toList())
                .all());
        this.sizes = topicSizes();
        this.ends = broker.awaitAnswer(broker.adminClient()
                .listOffsets(describePartitions().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all());
    }

    /** The state of every topic, in the order in which an article meets them. */
    static List<TopicState> topicStates(TopicAdmin broker, Topics topics) {
        Set<String> existing =
                broker.awaitAnswer(broker.adminClient().listTopics().names());
        List<String> names = topics.allTopics().stream()
                .map(Topic::name)
                .filter(existing::contains)
                .toList();
        TopicQuery query = new TopicQuery(broker, names);
        return topics.allTopics().stream()
                .map(topic -> names.contains(topic.name())
                        ? query.topicState(topic.name())
                        : TopicState.missingTopic(topic.name()))
                .toList();
    }

    private TopicState topicState(String name) {
        Config config = Objects.requireNonNull(configs.get(topicResource(name)));
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

    private List<TopicPartition> describePartitions() {
        return descriptions.keySet().stream()
                .flatMap(name -> partitionsOf(name).stream())
                .toList();
    }

    private List<TopicPartition> partitionsOf(String name) {
        return Objects.requireNonNull(descriptions.get(name)).partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
    }

    private Map<String, Long> topicSizes() {
        Collection<Node> nodes =
                broker.awaitAnswer(broker.adminClient().describeCluster().nodes());
        List<Integer> ids = nodes.stream().map(Node::id).toList();
        List<LogDirDescription> folders = new ArrayList<>();
        broker.awaitAnswer(broker.adminClient().describeLogDirs(ids).allDescriptions())
                .values()
                .forEach(node -> folders.addAll(node.values()));
        Map<String, Long> bytes = new TreeMap<>();
        folders.forEach(folder -> folder.replicaInfos()
                .forEach((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum)));
        return bytes;
    }

    private static ConfigResource topicResource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
