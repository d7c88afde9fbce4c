package dev.tidings.schemas;

import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * A topic as Tidings declares it: what it holds and how it is kept.
 *
 * @param name the topic's name on the broker
 * @param liveName the name under which its value schema is registered; a replay's topics share the live subjects
 * @param key what the record key is, in words
 * @param value schema of the record value
 * @param partitions number of partitions when Tidings creates it, at least 1
 * @param config topic configuration that Tidings sets
 */
@NullMarked
public record Topic(
        String name, String liveName, String key, Schema value, int partitions, Map<String, String> config) {

    /** Refuses a topic without partitions and freezes the configuration. */
    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException("topic " + name + ": partitions must be at least 1, was " + partitions);
        }
        config = Map.copyOf(config);
    }

    /** Returns the registry subject of the value schema (TopicNameStrategy on the live name). */
    public String subject() {
        return liveName + "-value";
    }

    /** Returns the same kind of topic under another name; its values keep their subject. */
    Topic withName(String other) {
        return new Topic(other, liveName, key, value, partitions, config);
    }

    /** Returns this topic with another number of partitions. */
    public Topic withPartitions(int count) {
        return new Topic(name, liveName, key, value, count, config);
    }
}
