package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads stretches of partitions, for whoever looks into a log without being a reader of it: in no group, and no longer
 * than it is allowed to. It sees committed records alone. For one thread.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class LogReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Map<String, String> CONFIG = Map.of(
            "isolation.level", "read_committed",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "allow.auto.create.topics", "false",
            "max.poll.records", "5000");

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String address;

    /**
     * Connects lazily.
     *
     * @throws dev.tidings.kafka.settings.SettingsException when the client settings are not valid
     */
    public LogReader(Settings settings) {
        address = settings.get(ConnectionSettings.BOOTSTRAP_SERVERS);
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.putAll(CONFIG);
        config.remove("group.id");
        try {
            consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }

    /**
     * Gives the committed records of stretches.
     *
     * @param starts first offset by partition
     * @param ends offset after the last by partition; what stands behind a transaction that is open is not read
     * @param limit after which it stops
     * @return the offset up to which each partition was read: its end, or less when the time was over
     * @throws DependencyUnreachableException when the broker does not answer
     */
    public Map<TopicPartition, Long> readStretches(
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> reader,
            Duration limit) {
        try {
            return readUntil(System.nanoTime() + limit.toNanos(), starts, ends, reader);
        } catch (RetriableException e) {
            throw KafkaClients.unreachableMessage(address, e);
        }
    }

    private Map<TopicPartition, Long> readUntil(
            long deadline,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> reached = new HashMap<>(starts);
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        dropFinished(reached, ends);
        while (!consumer.assignment().isEmpty() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < endOf(ends, new TopicPartition(record.topic(), record.partition()))) {
                    reader.accept(record);
                }
            }
            consumer.assignment().forEach(partition -> reached.put(partition, consumer.position(partition)));
            dropFinished(reached, ends);
        }
        reached.replaceAll((partition, position) -> Math.min(position, endOf(ends, partition)));
        return reached;
    }

    private void dropFinished(Map<TopicPartition, Long> reached, Map<TopicPartition, Long> ends) {
        Collection<TopicPartition> open = consumer.assignment().stream()
                .filter(partition -> reached.getOrDefault(partition, 0L) < endOf(ends, partition))
                .toList();
        if (open.size() < consumer.assignment().size()) {
            // Those that stay keep their positions.
            Map<TopicPartition, Long> positions = new HashMap<>();
            open.forEach(partition -> positions.put(partition, consumer.position(partition)));
            consumer.assign(open);
            positions.forEach(consumer::seek);
        }
    }

    private static long endOf(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
