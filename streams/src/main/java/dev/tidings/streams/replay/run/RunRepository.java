package dev.tidings.streams.replay.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.admin.KafkaClients;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.replay.plan.CommittedLog;
import dev.tidings.streams.replay.plan.ReplayKafka;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of all runs, the newest of each, in their topic. */
final class RunRepository {

    private static final Logger LOG = LoggerFactory.getLogger(RunRepository.class);

    private final ReplayKafka kafka;
    private final Topic topic;
    private final AvroSerdes serdes;

    RunRepository(ReplayKafka kafka, Topic topic) {
        this.kafka = kafka;
        this.topic = topic;
        this.serdes = new AvroSerdes(kafka.settings().registryConfig());
    }

    /** Returns all runs, by name. */
    List<ReplayRun> allRuns() {
        List<TopicPartition> partitions = kafka.partitionsOf(topic);
        Map<TopicPartition, Long> beginnings = kafka.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = kafka.stableEnds(partitions);
        try (Consumer<byte[], byte[]> consumer = kafka.committedConsumer();
                Deserializer<ReplayRun> reader = serdes.deserializer(topic, ReplayRun.class)) {
            StoredRuns runs = new StoredRuns(reader, LOG::warn);
            CommittedLog log = new CommittedLog(consumer);
            partitions.forEach(partition -> log.readCommitted(
                    partition,
                    beginnings.getOrDefault(partition, 0L),
                    ends.getOrDefault(partition, 0L),
                    runs::takeRecord));
            return runs.all();
        }
    }

    /** Returns a run. */
    Optional<ReplayRun> findRun(String name) {
        return allRuns().stream().filter(run -> run.getName().equals(name)).findFirst();
    }

    /** Writes the record of a run in the place of the former one. */
    void putRun(ReplayRun run) {
        try (Serializer<ReplayRun> writer = serdes.serializer(topic)) {
            sendRecord(run.getName(), writer.serialize(topic.name(), run));
        }
    }

    /** Deletes the record of a run. */
    void removeRun(String name) {
        sendRecord(name, null);
    }

    @SuppressWarnings("NullAway") // a null value is a tombstone
    private void sendRecord(String name, byte @Nullable [] value) {
        try (Producer<byte[], byte[]> producer = kafka.openProducer()) {
            producer.send(new ProducerRecord<>(topic.name(), name.getBytes(UTF_8), value))
                    .get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw KafkaClients.unreachableMessage(
                    String.valueOf(kafka.settings().kafkaConfig().get("bootstrap.servers")), e.getCause());
        }
    }
}
