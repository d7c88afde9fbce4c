package dev.tidings.app.cli.deadletter;

import dev.tidings.app.cli.deadletter.NewestLetters.Kept;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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

    /** Returns the newest dead letters that match, oldest of them first. */
    List<Kept> newestMatching(int limit, Predicate<DeadLetter> wanted) {
        try (KafkaConsumer<byte[], byte[]> consumer = openConsumer();
                Deserializer<DeadLetter> reader =
                        new AvroSerdes(settings.registryConfig()).deserializer(topic, DeadLetter.class)) {
            NewestLetters newest =
                    new NewestLetters(reader, wanted, limit, settings.get(ConnectionSettings.MAX_ARTICLE_BYTES));
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(newest::takeRecord);
            }
            return newest.all();
        }
    }

    private KafkaConsumer<byte[], byte[]> openConsumer() {
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
