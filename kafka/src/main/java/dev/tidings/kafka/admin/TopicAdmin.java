package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.ClusterMark;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics and makes sure of them before anything starts: brokers create none by themselves, and a missing one
 * would stop a topology in the middle of its work.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class TopicAdmin implements AutoCloseable {

    /** What version 0.1 called the topic of analysed articles. */
    private static final String FORMER_ANALYSED = "desk";

    private static final Duration RETRY_PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final String address;
    private final Duration timeout;
    private final short replicationFactor;

    /**
     * Connects lazily; nothing is sent before the first call.
     *
     * @throws SettingsException when the client settings are not valid
     */
    public TopicAdmin(Settings settings) {
        address = settings.get(ConnectionSettings.BOOTSTRAP_SERVERS);
        timeout = Duration.ofMillis(settings.get(ConnectionSettings.CONNECT_TIMEOUT_MS));
        replicationFactor =
                settings.get(ConnectionSettings.TOPIC_REPLICATION_FACTOR).shortValue();
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.putIfAbsent("request.timeout.ms", String.valueOf(timeout.toMillis()));
        config.putIfAbsent("default.api.timeout.ms", String.valueOf(timeout.toMillis()));
        admin = KafkaClients.openAdmin(config);
    }

    /** Returns the client, for questions that are not about topics. */
    public Admin adminClient() {
        return admin;
    }

    /**
     * Returns the id of the cluster.
     *
     * @throws DependencyUnreachableException when the broker does not answer in time
     */
    public String clusterId() {
        return awaitAnswer(admin.describeCluster().clusterId());
    }

    /** Returns the cluster as it is remembered in a data folder. */
    public ClusterMark clusterMark() {
        return new ClusterMark(clusterId(), address);
    }

    /**
     * Makes sure that there is a topic to read; creates none.
     *
     * @throws DependencyUnreachableException when the broker does not answer in time
     * @throws SettingsException when there is none, or the topics are those of version 0.1
     */
    public void requireTopic(Topics topics, Topic wanted) {
        if (missingTopics(topics).contains(wanted.name())) {
            throw new SettingsException(
                    "there is no topic " + wanted.name() + " to read; 'tidings up' or 'tidings streams' makes it");
        }
    }

    /**
     * Creates what is missing and waits until every partition's leader answers from its log: a producer that writes
     * right after createTopics returns can lose its first batches.
     *
     * @throws DependencyUnreachableException when the broker does not answer in time
     * @throws SettingsException when a topic stands with another number of partitions than the work on it needs, or the
     *     topics are those of version 0.1
     */
    public void ensureTopics(Topics topics) {
        Map<String, TopicDescription> existing = describeTopics(topics.allTopics());
        refuseFormer(topics, existing.keySet());
        List<NewTopic> missing = topics.allTopics().stream()
                .filter(topic -> !existing.containsKey(topic.name()))
                .map(this::newTopic)
                .toList();
        if (!missing.isEmpty()) {
            createTopics(missing);
        }
        topics.allTopics().forEach(topic -> checkSinglePartition(topic, existing.get(topic.name())));
        awaitLeaders(topics.allTopics());
    }

    /**
     * Version 0.1 called the analysed topic otherwise and wrote other events into the rest: what it left can be neither
     * read nor added to.
     */
    private void refuseFormer(Topics topics, Set<String> existing) {
        String former = topics.prefix() + "." + FORMER_ANALYSED;
        boolean isFormer = !existing.contains(topics.analysed().name()) && exists(former);
        if (isFormer) {
            throw new SettingsException("the topics " + topics.prefix() + ".* at " + address + " are those of Tidings"
                    + " 0.1 (" + former + " is there), which this version cannot read; delete them or set another"
                    + " topic.prefix, and publish again");
        }
    }

    private boolean exists(String topic) {
        try {
            awaitAnswer(admin.describeTopics(List.of(topic)).allTopicNames());
            return true;
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        }
    }

    /**
     * Returns the names of those topics that do not exist.
     *
     * @throws SettingsException when the topics are those of version 0.1
     */
    public List<String> missingTopics(Topics topics) {
        Set<String> existing = describeTopics(topics.allTopics()).keySet();
        refuseFormer(topics, existing);
        return topics.allTopics().stream()
                .map(Topic::name)
                .filter(name -> !existing.contains(name))
                .toList();
    }

    /** Returns how many partitions a topic has; empty when it does not exist. */
    public Optional<Integer> partitionCount(Topic topic) {
        return Optional.ofNullable(describeTopics(List.of(topic)).get(topic.name()))
                .map(description -> description.partitions().size());
    }

    private NewTopic newTopic(Topic topic) {
        Optional<Short> replicas = replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor);
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas).configs(topic.config());
    }

    private void createTopics(List<NewTopic> topics) {
        admin.createTopics(topics).values().forEach(this::awaitCreated);
    }

    private void awaitCreated(String topic, KafkaFuture<Void> created) {
        try {
            awaitAnswer(created);
        } catch (TopicExistsException e) {
            // Another process was faster; what it made is checked like any existing topic.
        } catch (InvalidReplicationFactorException e) {
            throw new DependencyUnreachableException(
                    "too few brokers at " + address + " answer for the replicas of topic " + topic
                            + "; start the others or set topic.replication.factor: " + e.getMessage(),
                    e);
        } catch (ClientRefusedException e) {
            throw new ClientRefusedException(
                    "this user may not make the topic " + topic + " at " + address
                            + "; give it that right (Create), or let somebody who has it run what"
                            + " 'tidings topics --commands' prints",
                    e);
        }
    }

    private static void checkSinglePartition(Topic topic, @org.jspecify.annotations.Nullable TopicDescription found) {
        if (found != null && topic.partitions() == 1 && found.partitions().size() != 1) {
            throw new SettingsException("topic " + topic.name() + " has "
                    + found.partitions().size() + " partitions, but its order needs exactly 1; delete or rename it");
        }
    }

    private Map<String, TopicDescription> describeTopics(List<Topic> topics) {
        return describeNames(topics.stream().map(Topic::name).toList());
    }

    /** Returns the descriptions of those topics that exist, by name. */
    public Map<String, TopicDescription> describeNames(Collection<String> names) {
        Map<String, TopicDescription> found = new TreeMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, description) -> {
            try {
                found.put(name, awaitAnswer(description));
            } catch (UnknownTopicOrPartitionException e) {
                // Missing: the caller asks which are there.
            } catch (ClientRefusedException e) {
                throw new ClientRefusedException(
                        "this user may not see the topic " + name + " at " + address
                                + "; give it that right (Describe), see docs/production.md",
                        e);
            }
        });
        return found;
    }

    private void awaitLeaders(List<Topic> topics) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<TopicPartition> partitions = new ArrayList<>();
        while (true) {
            try {
                if (partitions.isEmpty()) {
                    describeTopics(topics).values().forEach(topic -> partitions.addAll(partitionsOf(topic)));
                }
                awaitAnswer(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all());
                return;
            } catch (RetriableException e) {
                if (System.nanoTime() > deadline) {
                    throw unreachableException(e);
                }
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
    }

    /**
     * Returns who is in a consumer group now; nobody where there is no such group.
     *
     * @throws DependencyUnreachableException when the broker does not answer in time
     */
    public List<MemberDescription> membersOf(String group) {
        try {
            return awaitAnswer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .flatMap(description -> description.members().stream())
                    .toList();
        } catch (GroupIdNotFoundException e) {
            return List.of();
        }
    }

    private static List<TopicPartition> partitionsOf(TopicDescription topic) {
        return topic.partitions().stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
    }

    /**
     * Waits for an answer of {@link #adminClient()}.
     *
     * @throws DependencyUnreachableException when the broker does not answer in time
     */
    public <T> T awaitAnswer(KafkaFuture<T> future) {
        try {
            return future.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw unreachableException(e.getCause());
            }
            throw ConnectionFailure.findRefusal(address, e.getCause())
                    .<RuntimeException>map(refused -> refused)
                    .orElseGet(() -> e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(e.getCause()));
        } catch (TimeoutException e) {
            throw unreachableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachableException(e);
        }
    }

    private DependencyUnreachableException unreachableException(Throwable cause) {
        return KafkaClients.unreachableMessage(address, cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
