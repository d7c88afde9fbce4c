package dev.tidings.app.stack;

import static dev.tidings.app.stack.Patience.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic with one partition of plain text, to see whether a broker keeps what it acknowledged. */
record StringTopic(String bootstrapServers, String name) {

    void create() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Collections.singleton(
                            new NewTopic(name, java.util.Optional.of(1), java.util.Optional.empty())))
                    .all()
                    .get();
            await().ignoreException(UnknownTopicOrPartitionException.class).until(() -> leaderAnswers(admin));
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean leaderAnswers(Admin admin) throws InterruptedException {
        try {
            admin.listOffsets(Map.of(new TopicPartition(name, 0), OffsetSpec.latest()))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException notYet) {
            return false;
        }
    }

    void write(String... values) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(name, value)).get();
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The first so many values, in order. */
    List<String> read(int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(name, 0)));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    static String[] numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toArray(String[]::new);
    }
}
