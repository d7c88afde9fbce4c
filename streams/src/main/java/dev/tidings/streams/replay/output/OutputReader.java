package dev.tidings.streams.replay.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.replay.plan.CommittedLog;
import dev.tidings.streams.replay.plan.ReplayKafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, Long> counts = new TreeMap<>();
        OutputDigest output = new OutputDigest();
        for (Topic topic : List.of(topics.enriched(), topics.relations())) {
            counts.put(topicName(topic), addAll(topic, output));
        }
        counts.put(topicName(topics.stories()), addNewest(topics.stories(), output));
        OutputDigest letters = new OutputDigest();
        counts.put(topicName(topics.deadLetters()), addLetters(letters));
        return new ReplayOutput(counts, output.hash(), letters.hash());
    }

    private long addAll(Topic topic, OutputDigest digest) {
        return readOutput(
                topic,
                record -> digest.addRecord(
                        digest.digestOf(topicName(topic), record.key(), record.value(), record.headers())));
    }

    /** Which records of a key are still there is chance; the newest always is. */
    private long addNewest(Topic topic, OutputDigest digest) {
        Map<String, byte[]> newest = new HashMap<>();
        long unused = readOutput(
                topic,
                record -> newest.put(
                        new String(record.key(), ISO_8859_1),
                        digest.digestOf(topicName(topic), record.key(), record.value(), record.headers())));
        newest.values().forEach(digest::addRecord);
        return newest.size();
    }

    private long addLetters(OutputDigest digest) {
        Topic topic = topics.deadLetters();
        try (Deserializer<DeadLetter> reader =
                new AvroSerdes(kafka.settings().registryConfig()).deserializer(topic, DeadLetter.class)) {
            return readOutput(topic, record -> {
                DeadLetter letter = reader.deserialize(topic.name(), record.value());
                digest.addRecord(digest.digestOf(sourceOrigin(letter) + " " + letter.getReason()));
            });
        }
    }

    /** A record of the run's own topics stands at an offset that is chance. */
    private String sourceOrigin(DeadLetter letter) {
        boolean isRaw = letter.getSourceTopic().equals(topics.raw().name());
        return isRaw ? letter.getSourcePartition() + "@" + letter.getSourceOffset() : letter.getSha256();
    }

    private long readOutput(Topic topic, CommittedLog.Reader reader) {
        List<TopicPartition> partitions = kafka.partitionsOf(topic);
        Map<TopicPartition, Long> beginnings = kafka.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
        long[] count = {0};
        try (Consumer<byte[], byte[]> consumer = kafka.committedConsumer()) {
            CommittedLog log = new CommittedLog(consumer);
            partitions.forEach(partition -> log.readCommitted(
                    partition, beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L), record -> {
                        count[0]++;
                        reader.readRecord(record);
                    }));
        }
        return count[0];
    }

    private String topicName(Topic topic) {
        return topic.name().substring(topics.prefix().length() + 1);
    }
}
