package dev.tidings.streams.replay.output;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.replay.plan.CommittedLog;
import dev.tidings.streams.replay.plan.ReplayKafka;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what a run has written, when it is done. */
public final class OutputReader {

    private final ReplayKafka kafka;
    private final Topics topics;

    public OutputReader(ReplayKafka kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** Reads all output of the run and returns its counts and hashes. */
    public ReplayOutput readOutput() {
        try (Deserializer<DeadLetter> letters = new AvroSerdes(kafka.settings().registryConfig())
                .deserializer(topics.deadLetters(), DeadLetter.class)) {
            OutputRecords output = new OutputRecords(topics, letters);
            for (Topic topic : List.of(topics.enriched(), topics.relations(), topics.stories(), topics.deadLetters())) {
                readRecords(topic, record -> output.takeRecord(topic, record));
            }
            return output.summarise();
        }
    }

    private void readRecords(Topic topic, CommittedLog.Reader reader) {
        List<TopicPartition> partitions = kafka.partitionsOf(topic);
        Map<TopicPartition, Long> beginnings = kafka.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
        try (Consumer<byte[], byte[]> consumer = kafka.committedConsumer()) {
            CommittedLog log = new CommittedLog(consumer);
            partitions.forEach(partition -> log.readCommitted(
                    partition, beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L), reader));
        }
    }
}
