package dev.tidings.kafka.admin;

import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How large a record may be that a topic takes. A broker counts the batch as it is sent, compressed and with its frame; a
 * record that takes three quarters of that before it is compressed fits always.
 *
 * @param topic name of the topic that takes least
 * @param bytes most bytes of key, value and headers together
 */
public record RecordSizeLimit(String topic, int bytes) {

    private static final Logger LOG = LoggerFactory.getLogger(RecordSizeLimit.class);

    /** Of topics as Tidings makes them, in bytes. */
    public static final int USUAL_BYTES = usable(Topics.MAX_MESSAGE_BYTES);

    /**
     * Asks which of some topics takes least; one that takes more than usual counts as usual. Whoever may not see the
     * settings of topics is told that they are taken for usual.
     *
     * @param topics that exist, at least one
     * @throws DependencyUnreachableException when the broker does not answer in time
     */
    public static RecordSizeLimit leastOf(TopicAdmin broker, Collection<Topic> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .distinct()
                .toList();
        try {
            return broker
                    .awaitAnswer(broker.adminClient().describeConfigs(resources).all())
                    .entrySet()
                    .stream()
                    .map(entry -> new RecordSizeLimit(entry.getKey().name(), usable(maxMessageBytes(entry.getValue()))))
                    .min(Comparator.comparingInt(RecordSizeLimit::bytes).thenComparing(RecordSizeLimit::topic))
                    .orElseThrow();
        } catch (ClientRefusedException e) {
            LOG.warn(
                    "the settings of topics may not be seen (allow DescribeConfigs); records up to {} bytes are written",
                    USUAL_BYTES);
            return new RecordSizeLimit(resources.get(0).name(), USUAL_BYTES);
        }
    }

    private static long maxMessageBytes(Config config) {
        return Long.parseLong(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    }

    private static int usable(long maxMessageBytes) {
        return Math.toIntExact(Math.min(maxMessageBytes, Topics.MAX_MESSAGE_BYTES) / 4 * 3);
    }

    /** Returns whether it is less than of topics as Tidings makes them. */
    public boolean isLow() {
        return bytes < USUAL_BYTES;
    }
}
