package dev.tidings.app.status;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Looks whether topics that somebody else made keep what they hold, and take the largest event: by a cluster's defaults
 * history is gone after a week, the ledger is never compacted, record times are the producers', and an event over 1 MB,
 * or one written by a clock that is ahead, holds up all behind it.
 */
public final class TopicDifferences {

    /** A setting of a topic that is not as it has to be. */
    private record Difference(Topic topic, String key, String found, String wanted) {

        Finding asFinding(String address) {
            return Finding.warn(topic.name(), key + " is " + found + " and not " + wanted, command(address));
        }

        /** Brackets keep a list in one value. */
        private String command(String address) {
            String value = wanted.contains(",") ? "[" + wanted + "]" : wanted;
            return "kafka-configs.sh --bootstrap-server " + address + " --alter --topic " + topic.name()
                    + " --add-config " + key + "=" + value;
        }
    }

    private TopicDifferences() {}

    /**
     * Returns what is wrong with topics that exist, each with the command that mends it.
     *
     * @param topics that exist
     */
    public static List<Finding> findDifferences(TopicAdmin broker, List<Topic> topics) {
        if (topics.isEmpty()) {
            return List.of();
        }
        String address = broker.clusterMark().address();
        Map<ConfigResource, Config> configs = broker.awaitAnswer(broker.adminClient()
                .describeConfigs(
                        topics.stream().map(TopicDifferences::resourceOf).toList())
                .all());
        return topics.stream()
                .map(topic -> differences(topic, Objects.requireNonNull(configs.get(resourceOf(topic)))))
                .flatMap(Collection::stream)
                .map(difference -> difference.asFinding(address))
                .toList();
    }

    private static ConfigResource resourceOf(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static List<Difference> differences(Topic topic, Config config) {
        return topic.config().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(wanted -> new Difference(
                        topic, wanted.getKey(), config.get(wanted.getKey()).value(), wanted.getValue()))
                .filter(TopicDifferences::isHarmful)
                .toList();
    }

    private static boolean isHarmful(Difference difference) {
        return switch (difference.key()) {
            case TopicConfig.CLEANUP_POLICY_CONFIG ->
                !listOf(difference.found()).equals(listOf(difference.wanted()));
            case TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG ->
                !difference.found().equals(difference.wanted());
            case TopicConfig.RETENTION_MS_CONFIG,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG -> isLess(difference);
            default -> false;
        };
    }

    private static Set<String> listOf(String text) {
        return new TreeSet<>(List.of(text.split(",", -1)));
    }

    /** Below zero there is no limit. */
    private static boolean isLess(Difference difference) {
        long found = Long.parseLong(difference.found());
        long wanted = Long.parseLong(difference.wanted());
        return found >= 0 && (wanted < 0 || found < wanted);
    }
}
