package dev.tidings.streams.application;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.DeserializationErrorHandler;
import dev.tidings.streams.failure.ProcessingErrorHandler;
import dev.tidings.streams.failure.ProductionErrorHandler;
import dev.tidings.streams.topology.CommitIntervalSettings;
import dev.tidings.streams.topology.TopologyDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Makes the settings of Kafka Streams from ours. What is given under {@code kafka.} wins, but for settings that must
 * not be changed.
 */
final class KafkaStreamsConfig {

    private static final int REGISTRY_TIMEOUT_MS = 10_000;
    private static final long MAX_POLL_MS = 100;
    private static final int BATCH_BYTES = 512 * 1024;
    private static final int CHANGELOG_SEGMENT_BYTES = 64 * 1024 * 1024;
    private static final long MAX_UNCOMMITTED_BYTES = 64L * 1024 * 1024;

    /** Keys that other settings or the guarantees own. */
    private static final Map<String, String> OWNED = Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG, "it names the state",
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "use " + StreamsSettings.GUARANTEE.key(),
            StreamsConfig.STATE_DIR_CONFIG, "use " + ConnectionSettings.DATA_DIR.key(),
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, "it keeps records from being lost",
            StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, "it keeps records from being lost",
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, "it keeps records from being lost",
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "use " + StreamsSettings.INSTANCE.key(),
            ProducerConfig.ACKS_CONFIG, "anything but all loses articles");

    private final Settings settings;

    KafkaStreamsConfig(Settings settings) {
        this.settings = settings;
    }

    /** Returns the folder of this instance's state. */
    Path stateFolder() {
        return settings.get(ConnectionSettings.DATA_DIR)
                .resolve("state")
                .resolve(settings.get(StreamsSettings.INSTANCE))
                .toAbsolutePath();
    }

    /** Returns the settings of the registry client: it fails soon, since waiting is ours. */
    Map<String, Object> registryConfig() {
        Map<String, Object> config = settings.registryConfig();
        config.putIfAbsent("http.connect.timeout.ms", REGISTRY_TIMEOUT_MS);
        config.putIfAbsent("http.read.timeout.ms", REGISTRY_TIMEOUT_MS);
        config.putIfAbsent("max.retries", 0);
        return config;
    }

    /**
     * Returns the settings of one application.
     *
     * @param idPrefix what stands before its name in the application id
     * @throws SettingsException when a given setting must not be changed or does not fit another
     */
    Properties configOf(TopologyDefinition definition, String idPrefix) {
        Map<String, Object> config = new TreeMap<>(guaranteeConfig());
        config.putAll(throughputConfig());
        config.putAll(definition.kafkaStreamsConfig());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, definition.threadCount(threadCount()));
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, idPrefix + definition.name());
        settings.kafkaConfig().forEach((key, value) -> config.put(checkAllowed(key), value));
        Properties properties = new Properties();
        properties.putAll(config);
        return properties;
    }

    private Map<String, Object> guaranteeConfig() {
        return Map.ofEntries(
                Map.entry(
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        processingGuarantee().kafkaName()),
                Map.entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingErrorHandler.class),
                Map.entry(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionErrorHandler.class),
                Map.entry(
                        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        DeserializationErrorHandler.class),
                Map.entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
                Map.entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1),
                Map.entry(StreamsConfig.STATE_DIR_CONFIG, stateFolder().toString()),
                // Static members keep a restart from moving the state; under the newer protocol one that was
                // killed could not come back before its session is over.
                Map.entry(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic"),
                Map.entry(
                        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                        settings.get(StreamsSettings.INSTANCE)),
                Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millisOf(StreamsSettings.SESSION_TIMEOUT)),
                Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millisOf(StreamsSettings.SESSION_TIMEOUT) / 3),
                Map.entry(
                        StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                        settings.get(StreamsSettings.STANDBY_REPLICAS).intValue()),
                // A store that is written to between commits alone need not be thrown away after a kill.
                Map.entry(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true),
                // What is stored has the time of its raw record. Where the broker's clock was ahead and has been put
                // right, that is of the future, and a changelog would refuse it by default.
                Map.entry(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG), Long.MAX_VALUE),
                Map.entry(
                        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG), Long.MAX_VALUE),
                // Whoever reads a store beside its task must not see what is being written.
                Map.entry(StreamsConfig.DEFAULT_INTERACTIVE_QUERY_ISOLATION_LEVEL_CONFIG, "READ_COMMITTED"),
                Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millisOf(StreamsSettings.TRANSACTION_TIMEOUT)));
    }

    private Map<String, Object> throughputConfig() {
        return Map.ofEntries(
                // The topologies ask for the commits that come sooner.
                Map.entry(
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        commitIntervals().longest().toMillis()),
                // Nobody can ask while a thread waits for records.
                Map.entry(
                        StreamsConfig.POLL_MS_CONFIG,
                        Math.min(MAX_POLL_MS, commitIntervals().shortest().toMillis())),
                // A commit flushes, so waiting for a full batch costs no time.
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 100),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES),
                Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L),
                // What a commit would write to the stores is in memory until then; at so much it comes early.
                Map.entry(StreamsConfig.STATESTORE_UNCOMMITTED_MAX_BYTES_CONFIG, MAX_UNCOMMITTED_BYTES),
                // An active segment is never cleaned, and every unclean stop reads it all again.
                Map.entry(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), CHANGELOG_SEGMENT_BYTES),
                Map.entry(StreamsConfig.topicPrefix(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG), 0.1),
                Map.entry(StreamsConfig.LOG_SUMMARY_INTERVAL_MS_CONFIG, -1L));
    }

    /**
     * Returns how far apart commits are.
     *
     * @throws SettingsException when a transaction may not last so long
     */
    CommitIntervalSettings commitIntervals() {
        return new CommitIntervalSettings(
                commitInterval(StreamsSettings.COMMIT_INTERVAL),
                commitInterval(StreamsSettings.COMMIT_INTERVAL_BEHIND));
    }

    private Duration commitInterval(Setting<Duration> setting) {
        Duration interval = settings.get(setting);
        Duration transaction = settings.get(StreamsSettings.TRANSACTION_TIMEOUT);
        if (interval.toMillis() < 1) {
            throw new SettingsException(setting.key() + " = " + interval + " is not valid: expected PT0.001S or more");
        }
        if (processingGuarantee() == Guarantee.EXACTLY_ONCE_V2 && interval.compareTo(transaction) >= 0) {
            throw new SettingsException(setting.key() + " = " + interval + " is not valid: a transaction lasts "
                    + transaction + " at most (" + StreamsSettings.TRANSACTION_TIMEOUT.key() + "), so expected less");
        }
        return interval;
    }

    private Guarantee processingGuarantee() {
        return settings.get(StreamsSettings.GUARANTEE);
    }

    private int threadCount() {
        int threads = settings.get(StreamsSettings.THREADS).intValue();
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    private int millisOf(Setting<Duration> setting) {
        return Math.toIntExact(settings.get(setting).toMillis());
    }

    private static String checkAllowed(String key) {
        String bare = key.replaceFirst("^(main\\.consumer|restore\\.consumer|consumer|producer)\\.", "");
        if (OWNED.containsKey(bare)) {
            throw new SettingsException("kafka." + key + " cannot be set for streams: " + OWNED.get(bare));
        }
        return key;
    }
}
