package dev.tidings.streams.replay.plan;

import dev.tidings.kafka.admin.KafkaClients;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The clients of a replay, or of a recovery, beside the topologies' own, and the questions it asks the broker.
 *
 * <p>Not part of the API: public for the packages of replay and recovery.
 */
public record ReplayKafka(Settings settings, TopicAdmin broker) {

    private static final Map<String, Object> CONSUMER = Map.of(
            "isolation.level", "read_committed",
            "enable.auto.commit", "false",
            "auto.offset.reset", "none");

    private static final Map<String, Object> PRODUCER = Map.of(
            "acks",
            "all",
            "enable.idempotence",
            "true",
            "compression.type",
            "lz4",
            "linger.ms",
            "100",
            "batch.size",
            String.valueOf(512 * 1024),
            "buffer.memory",
            String.valueOf(64 * 1024 * 1024),
            "max.request.size",
            String.valueOf(Topics.MAX_MESSAGE_BYTES));

    /** Returns a consumer of committed records that has no group. */
    public Consumer<byte[], byte[]> committedConsumer() {
        return committedConsumer(Map.of());
    }

    /** Returns a consumer of committed records in a group. */
    public Consumer<byte[], byte[]> committedConsumer(String group) {
        return committedConsumer(Map.of("group.id", group));
    }

    private Consumer<byte[], byte[]> committedConsumer(Map<String, Object> more) {
        Map<String, Object> config = clientConfig(CONSUMER, more);
        return checkedClient(
                () -> new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** Returns a producer that loses and doubles nothing. */
    public Producer<byte[], byte[]> openProducer() {
        return openProducer(Map.of());
    }

    /** Returns a producer of transactions. */
    public Producer<byte[], byte[]> openProducer(String transactionalId) {
        return openProducer(Map.of("transactional.id", transactionalId));
    }

    private Producer<byte[], byte[]> openProducer(Map<String, Object> more) {
        Map<String, Object> config = clientConfig(PRODUCER, more);
        return checkedClient(() -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private Map<String, Object> clientConfig(Map<String, Object> fixed, Map<String, Object> more) {
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.putAll(fixed);
        config.putAll(more);
        return config;
    }

    private static <C> C checkedClient(Supplier<C> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }

    /** Returns the partitions of a topic; none when it does not exist. */
    public List<TopicPartition> partitionsOf(Topic topic) {
        return IntStream.range(0, broker.partitionCount(topic).orElse(0))
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    /**
     * Returns the offsets that a group has committed in a topic, by partition; what is still pending does not count.
     */
    public Map<Integer, Long> committedOffsets(String group, String topic) {
        Map<TopicPartition, OffsetAndMetadata> offsets = broker.awaitAnswer(
                broker.adminClient().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<Integer, Long> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(topic) && offset != null) {
                committed.put(partition.partition(), offset.offset());
            }
        });
        return committed;
    }

    /** Returns where the logs end, records of open transactions included. */
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
        return listOffsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Returns where the logs begin. */
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
        return listOffsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Returns the offsets before which every transaction is decided. */
    public Map<TopicPartition, Long> stableEnds(Collection<TopicPartition> partitions) {
        return listOffsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    /** Returns the first offsets with a record time not before one, in milliseconds; below 0 where there is none. */
    Map<TopicPartition, Long> firstAt(Collection<TopicPartition> partitions, long time) {
        return listOffsets(partitions, OffsetSpec.forTimestamp(time), IsolationLevel.READ_UNCOMMITTED);
    }

    private Map<TopicPartition, Long> listOffsets(
            Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, Long> found = new HashMap<>();
        broker.awaitAnswer(broker.adminClient()
                        .listOffsets(asked, new ListOffsetsOptions(isolation))
                        .all())
                .forEach((partition, offset) -> found.put(partition, offset.offset()));
        return found;
    }
}
