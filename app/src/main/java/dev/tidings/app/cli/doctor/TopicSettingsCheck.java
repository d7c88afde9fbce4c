package dev.tidings.app.cli.doctor;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Looks whether topics that somebody else made keep what they hold, and take the largest event: by a cluster's defaults
 * history is gone after a week, and an event over 1 MB, or one written by a clock that is ahead, holds up all behind it.
 */
final class TopicSettingsCheck {

    /** A setting of a topic that is not as it has to be. */
    private record Difference(Topic topic, String key, String found, String wanted) {

        @Override
        public String toString() {
            return topic.name() + ": " + key + " is " + found + " and not " + wanted;
        }

        String fix() {
            return "kafka-configs.sh --alter --topic " + topic.name() + " --add-config " + key + "=" + wanted;
        }
    }

    private TopicSettingsCheck() {}

    /**
     * Returns what is wrong with topics that exist; empty when nothing is.
     *
     * @param topics that exist
     */
    static Optional<CheckResult> findFault(TopicAdmin broker, List<Topic> topics) {
        Map<ConfigResource, Config> configs = broker.awaitAnswer(broker.adminClient()
                .describeConfigs(
                        topics.stream().map(TopicSettingsCheck::resourceOf).toList())
                .all());
        List<Difference> differences = topics.stream()
                .flatMap(topic -> differences(topic, Objects.requireNonNull(configs.get(resourceOf(topic)))).stream())
                .toList();
        return differences.stream().findFirst().map(first -> {
            int others = differences.size() - 1;
            String found = others == 0 ? first.toString() : first + "; and " + others + " more such";
            return CheckResult.warn("topics", found, first.fix());
        });
    }

    private static ConfigResource resourceOf(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static List<Difference> differences(Topic topic, Config config) {
        return topic.config().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(wanted -> new Difference(
                        topic, wanted.getKey(), config.get(wanted.getKey()).value(), wanted.getValue()))
                .filter(TopicSettingsCheck::isHarmful)
                .toList();
    }

    private static boolean isHarmful(Difference difference) {
        return switch (difference.key()) {
            case TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG ->
                !difference.found().equals(difference.wanted());
            case TopicConfig.RETENTION_MS_CONFIG -> isLess(difference);
            case TopicConfig.MAX_MESSAGE_BYTES_CONFIG -> isLess(difference);
            case TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG -> isLess(difference);
            default -> false;
        };
    }

    /** Below zero there is no limit. */
    private static boolean isLess(Difference difference) {
        long found = Long.parseLong(difference.found());
        long wanted = Long.parseLong(difference.wanted());
        return found >= 0 && (wanted < 0 || found < wanted);
    }
}
