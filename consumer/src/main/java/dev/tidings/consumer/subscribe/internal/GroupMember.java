package dev.tidings.consumer.subscribe.internal;

import dev.tidings.kafka.admin.KafkaClients;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A member of a consumer group, as every reader of Tidings is configured: only committed records, offsets committed by
 * hand. One that has a name is a static member: a restart within the session timeout moves no partition. One without
 * leaves its partitions to the others at once when it is closed.
 *
 * @param group consumer group
 * @param instance name of this process within the group; two that run at once need different ones
 * @param batchSize most records of one poll, at least 1
 */
public record GroupMember(String group, Optional<String> instance, int batchSize) {

    /** What Tidings relies on; a setting that says otherwise is refused. */
    private static final Map<String, String> FIXED = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            // Every partition is sought to where its receiver says: an automatic reset could only hide a loss.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");

    private static final Map<String, String> DEFAULTS = Map.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName(),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            "15000",
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            "3000",
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            String.valueOf(4 * 1024 * 1024));

    /** Refuses a batch size below 1. */
    public GroupMember {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size must be at least 1, was " + batchSize);
        }
    }

    /** Makes a static member. */
    public GroupMember(String group, String instance, int batchSize) {
        this(group, Optional.of(instance), batchSize);
    }

    /**
     * Returns a consumer that belongs to no group; nothing is sent yet.
     *
     * @param name of the client
     * @throws SettingsException when a passed-through setting contradicts what Tidings relies on, or is not valid
     */
    public static Consumer<byte[], byte[]> withoutGroup(String name, int batchSize, Settings settings) {
        Map<String, Object> config = baseConfig(settings, batchSize);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, name);
        return openConsumer(config);
    }

    /**
     * Returns a consumer of this member; nothing is sent yet.
     *
     * @throws SettingsException when a passed-through setting contradicts what Tidings relies on, or is not valid
     */
    public Consumer<byte[], byte[]> openConsumer(Settings settings) {
        return openConsumer(consumerConfig(settings));
    }

    /** Returns the name under which the group knows this process; empty when it has none. */
    Optional<String> groupInstanceId() {
        return instance.map(name -> group + "-" + name);
    }

    Map<String, Object> consumerConfig(Settings settings) {
        Map<String, Object> config = baseConfig(settings, batchSize);
        fixSetting(config, ConsumerConfig.GROUP_ID_CONFIG, group);
        groupInstanceId().ifPresent(name -> fixSetting(config, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        config.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, groupInstanceId().orElse(group));
        return config;
    }

    private static Map<String, Object> baseConfig(Settings settings, int batchSize) {
        Map<String, Object> config = new TreeMap<>(DEFAULTS);
        config.putAll(settings.kafkaConfig());
        FIXED.forEach((key, value) -> fixSetting(config, key, value));
        fixSetting(config, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, String.valueOf(batchSize));
        return config;
    }

    private static Consumer<byte[], byte[]> openConsumer(Map<String, Object> config) {
        try {
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }

    private static void fixSetting(Map<String, Object> config, String key, String value) {
        Object given = config.put(key, value);
        if (given != null && !given.equals(value)) {
            throw new SettingsException(
                    "kafka." + key + " = " + given + " is not possible here: Tidings needs " + value + "; remove it");
        }
    }
}
