package dev.tidings.consumer.store;

import java.util.Map;

/**
 * Whose offsets a store keeps: they mean something only for this sink, this Kafka cluster and these very topics.
 *
 * @param sink name of the sink
 * @param clusterId id of the Kafka cluster
 * @param topicIds Kafka's id of each topic, by name: a topic that was deleted and made again has another one
 */
public record SinkIdentity(String sink, String clusterId, Map<String, String> topicIds) {

    /** Freezes the ids. */
    public SinkIdentity {
        topicIds = Map.copyOf(topicIds);
    }

    /** Returns Kafka's id of a topic; empty when it is not known. */
    public String topicId(String topic) {
        return topicIds.getOrDefault(topic, "");
    }
}
