package dev.tidings.app.cli.deadletter;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the dead letters as they stand: from the beginning of their topic to its end. */
final class DeadLetterQuery {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic topic;
    private final Settings settings;

    DeadLetterQuery(Topic topic, Settings settings) {
        this.topic = topic;
        this.settings = settings;
    }

    /** A dead letter with the time at which Kafka took it. */
    record Kept(Instant time, DeadLetter letter) {}

    /** Returns the newest dead letters that match, oldest of them first. */
    List<Kept> newestMatching(int limit, Predicate<DeadLetter> wanted) {
        Deque<Kept> newest = new ArrayDeque<>();
        try (KafkaConsumer<byte[], byte[]> consumer = openConsumer();
                Deserializer<DeadLetter> reader =
                        new AvroSerdes(settings.registryConfig()).deserializer(topic, DeadLetter.class)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> keepNewest(record, reader, wanted, newest, limit));
            }
        }
        return List.copyOf(newest);
    }

    private void keepNewest(
            ConsumerRecord<byte[], byte[]> record,
            Deserializer<DeadLetter> reader,
            Predicate<DeadLetter> wanted,
            Deque<Kept> newest,
            int limit) {
        DeadLetter letter = reader.deserialize(topic.name(), record.value());
        if (wanted.test(letter)) {
            newest.addLast(new Kept(Instant.ofEpochMilli(record.timestamp()), letter));
            if (newest.size() > limit) {
                newest.removeFirst();
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> openConsumer() {
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
