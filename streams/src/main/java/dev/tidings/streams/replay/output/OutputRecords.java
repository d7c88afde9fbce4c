package dev.tidings.streams.replay.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Counts and hashes the records that a run has written. A record without a value removes another and is none; one that
 * cannot be read counts as the bytes it is.
 */
final class OutputRecords {

    private final Topics topics;
    private final Deserializer<DeadLetter> deserializer;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, byte[]> newestStories = new HashMap<>();
    private final OutputDigest output = new OutputDigest();
    private final OutputDigest letters = new OutputDigest();

    OutputRecords(Topics topics, Deserializer<DeadLetter> deserializer) {
        this.topics = topics;
        this.deserializer = deserializer;
    }

    /** Takes a record of one of the topics that a run writes. */
    void takeRecord(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        if (topic.name().equals(topics.stories().name())) {
            takeStory(topic, record);
        } else if (record.value() != null) {
            counts.merge(topicName(topic), 1L, Long::sum);
            if (topic.name().equals(topics.deadLetters().name())) {
                letters.addRecord(digestOfLetter(topic, record));
            } else {
                output.addRecord(digestOf(output, topic, record));
            }
        }
    }

    /** Which records of a key are still there is chance; the newest always is. */
    private void takeStory(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), ISO_8859_1);
        if (record.value() == null) {
            newestStories.remove(key);
        } else {
            newestStories.put(key, digestOf(output, topic, record));
        }
    }

    private byte[] digestOfLetter(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            DeadLetter letter = deserializer.deserialize(topic.name(), record.value());
            return letters.digestOf(sourceOrigin(letter) + " " + letter.getReason());
        } catch (UndecodableException e) {
            return digestOf(letters, topic, record);
        }
    }

    /** A record of the run's own topics stands at an offset that is chance. */
    private String sourceOrigin(DeadLetter letter) {
        boolean isRaw = letter.getSourceTopic().equals(topics.raw().name());
        return isRaw ? letter.getSourcePartition() + "@" + letter.getSourceOffset() : letter.getSha256();
    }

    private byte[] digestOf(OutputDigest digest, Topic topic, ConsumerRecord<byte[], byte[]> record) {
        return digest.digestOf(topicName(topic), record.key(), record.value(), record.headers());
    }

    /** Returns the counts and hashes of all that was taken. */
    ReplayOutput summarise() {
        newestStories.values().forEach(output::addRecord);
        Map<String, Long> all = new TreeMap<>(counts);
        all.put(topicName(topics.stories()), (long) newestStories.size());
        for (Topic topic : new Topic[] {topics.enriched(), topics.relations(), topics.deadLetters()}) {
            all.putIfAbsent(topicName(topic), 0L);
        }
        return new ReplayOutput(all, output.hash(), letters.hash());
    }

    private String topicName(Topic topic) {
        return topic.name().substring(topics.prefix().length() + 1);
    }
}
