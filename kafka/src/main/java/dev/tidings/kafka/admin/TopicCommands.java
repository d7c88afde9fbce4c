package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The commands of Kafka's own tools that make the topics, for whoever may. Pure.
 *
 * <p>Not part of the API: public for the app.
 */
public final class TopicCommands {

    private TopicCommands() {}

    /**
     * Returns a line for each topic, in the order an article meets them; one that is there is left as it is.
     *
     * @param settings tell the address and the number of replicas
     */
    public static List<String> createCommands(Topics topics, Settings settings) {
        return topics.allTopics().stream()
                .map(topic -> createCommand(topic, settings))
                .toList();
    }

    private static String createCommand(Topic topic, Settings settings) {
        long replicas = settings.get(ConnectionSettings.TOPIC_REPLICATION_FACTOR);
        return "kafka-topics.sh --bootstrap-server " + settings.get(ConnectionSettings.BOOTSTRAP_SERVERS)
                + " --create --if-not-exists --topic " + topic.name()
                + " --partitions " + topic.partitions()
                + (replicas < 0 ? "" : " --replication-factor " + replicas)
                + configsOf(topic);
    }

    private static String configsOf(Topic topic) {
        return new TreeMap<>(topic.config())
                .entrySet().stream()
                        .map(config -> " --config " + config.getKey() + "=" + config.getValue())
                        .collect(Collectors.joining());
    }
}
