package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
 * Looks at the first and the last records of topics, committed or not, for whoever must know what stands in a log
 * without reading all of it. For one thread.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class LogEnds implements AutoCloseable {

    /** How many records of each end of a partition are looked at. */
    private static final int MAX_RECORDS = 8;
    /** How far from the end that begins: transaction markers and what was compacted away take offsets, too. */
    private static final long LAST_OFFSETS = 4L * MAX_RECORDS;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Map<String, String> CONFIG = Map.of(
            "isolation.level", "read_uncommitted",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "fetch.max.bytes", String.valueOf(4 * 1024 * 1024),
            "max.partition.fetch.bytes", String.valueOf(128 * 1024));

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String address;
    private final Duration timeout;

    /** Connects lazily. */
    public LogEnds(Settings settings) {
        address = settings.get(ConnectionSettings.BOOTSTRAP_SERVERS);
        timeout = Duration.ofMillis(2 * settings.get(ConnectionSettings.CONNECT_TIMEOUT_MS));
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.putAll(CONFIG);
        config.put("default.api.timeout.ms", String.valueOf(timeout.toMillis()));
        try {
            consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }

    /**
     * Gives the first records of each partition of a topic.
     *
     * @throws DependencyUnreachableException when the broker does not answer
     */
    public void readFirst(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        answered(() -> {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitionsOf(topic));
            read(consumer.beginningOffsets(ends.keySet()), ends, reader);
        });
    }

    /**
     * Gives the last records of each partition of a topic.
     *
     * @throws DependencyUnreachableException when the broker does not answer
     */
    public void readLast(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        answered(() -> {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitionsOf(topic));
            Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(ends.keySet()));
            starts.replaceAll(
                    (partition, beginning) -> Math.max(beginning, ends.getOrDefault(partition, 0L) - LAST_OFFSETS));
            read(starts, ends, reader);
        });
    }

    private void answered(Runnable work) {
        try {
            work.run();
        } catch (RetriableException e) {
            throw KafkaClients.unreachableMessage(address, e);
        }
    }

    private List<TopicPartition> partitionsOf(Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
    }

    private void read(
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> open = new ArrayList<>(starts.keySet());
        open.removeIf(partition -> starts.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
        consumer.assign(open);
        // What was paused by the last call stays so.
        consumer.resume(open);
        open.forEach(partition -> consumer.seek(partition, starts.getOrDefault(partition, 0L)));
        Map<TopicPartition, Integer> taken = new HashMap<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (taken.merge(new TopicPartition(record.topic(), record.partition()), 1, Integer::sum)
                        <= MAX_RECORDS) {
                    reader.accept(record);
                }
            }
            pauseRead(open, taken, ends);
            if (System.nanoTime() > deadline) {
                throw KafkaClients.unreachableMessage(address, new IllegalStateException("nothing read of " + open));
            }
        }
    }

    private void pauseRead(
            Collection<TopicPartition> open, Map<TopicPartition, Integer> taken, Map<TopicPartition, Long> ends) {
        List<TopicPartition> read = open.stream()
                .filter(partition -> taken.getOrDefault(partition, 0) >= MAX_RECORDS
                        || consumer.position(partition) >= ends.getOrDefault(partition, 0L))
                .toList();
        consumer.pause(read);
        open.removeAll(read);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
