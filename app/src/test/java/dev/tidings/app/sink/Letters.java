package dev.tidings.app.sink;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters that stand in their topic. */
public record Letters(Settings settings, Topics topics) {

    public List<DeadLetter> read() {
        List<DeadLetter> letters = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topics.deadLetters().name(), 0);
        try (KafkaConsumer<byte[], DeadLetter> consumer = new KafkaConsumer<>(
                settings.kafkaConfig(),
                new ByteArrayDeserializer(),
                new AvroSerdes(settings.registryConfig()).deserializer(topics.deadLetters(), DeadLetter.class))) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> letters.add(record.value()));
            }
        }
        return letters;
    }
}
