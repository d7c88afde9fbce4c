package dev.tidings.kafka.settings;

import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings that every part of Tidings shares: where Kafka and the registry are, and how topics are made. */
public final class ConnectionSettings {

    /** Kafka's addresses; empty when nobody gave any. */
    public static final Setting<String> BOOTSTRAP_SERVERS = new Setting<>(
            "bootstrap.servers",
            SettingType.TEXT,
            "",
            "Kafka's addresses, host:port,...; no default but the local stack that runs in data.dir");

    /** The registry's address; empty when nobody gave one. */
    public static final Setting<String> SCHEMA_REGISTRY_URL = new Setting<>(
            "schema.registry.url",
            SettingType.TEXT,
            "",
            "Address of the schema registry (Confluent API); no default but the local stack that runs in data.dir");

    /** How long a broker or registry may take to answer at start. */
    public static final Setting<Long> CONNECT_TIMEOUT_MS = new Setting<>(
            "connect.timeout.ms",
            SettingType.number(100, 600_000),
            "10000",
            "How long Kafka or the registry may take to answer at start, in milliseconds");

    /** How long a service waits at its start. */
    public static final Setting<Duration> START_TIMEOUT = new Setting<>(
            "start.timeout",
            SettingType.DURATION,
            "PT10M",
            "How long streams, sink and subscriptions wait at their start for Kafka and the registry; commands that end"
                    + " by themselves do not");

    /** What stands before the names of topics, groups, applications and transactional ids. */
    public static final Setting<String> TOPIC_PREFIX = new Setting<>(
            "topic.prefix",
            new SettingType<>(
                    "1 to " + Topics.MAX_PREFIX_LENGTH
                            + " of the characters a-z, 0-9, '.', '_' and '-', the first and the last a letter or digit",
                    ConnectionSettings::prefix),
            Topics.DEFAULT_PREFIX,
            "What stands before the names of topics, groups, applications and transactional ids: installations that"
                    + " share a cluster need different ones");

    /** Partitions of the parallel topics when they are created. */
    public static final Setting<Long> TOPIC_PARTITIONS = new Setting<>(
            "topic.partitions",
            SettingType.number(1, 10_000),
            String.valueOf(Topics.DEFAULT_PARTITIONS),
            "Partitions of raw, enriched, relations and ledger when they are created");

    /** Replication factor of the topics when they are created. */
    public static final Setting<Long> TOPIC_REPLICATION_FACTOR = new Setting<>(
            "topic.replication.factor",
            SettingType.number(-1, 32),
            "-1",
            "Replicas of each topic when it is created; -1 = the broker's default");

    /** Largest article, in bytes. */
    public static final Setting<Long> MAX_ARTICLE_BYTES = new Setting<>(
            "max.article.bytes",
            SettingType.number(1, 12L * 1024 * 1024),
            String.valueOf(4L * 1024 * 1024),
            "Largest article, in bytes; a larger one becomes a dead letter");

    /** Folder of the local stack, the state stores and the default store. */
    public static final Setting<Path> DATA_DIR = new Setting<>(
            "data.dir", SettingType.PATH, ".tidings", "Folder of the local stack, the state and the default store");

    /** All settings of a connection. */
    public static final List<Setting<?>> ALL = List.of(
            BOOTSTRAP_SERVERS,
            SCHEMA_REGISTRY_URL,
            CONNECT_TIMEOUT_MS,
            START_TIMEOUT,
            TOPIC_PREFIX,
            TOPIC_PARTITIONS,
            TOPIC_REPLICATION_FACTOR,
            MAX_ARTICLE_BYTES,
            DATA_DIR);

    private ConnectionSettings() {}

    /** Returns the topics of the installation that the settings are about, with the partitions they ask for. */
    public static Topics topics(Settings settings) {
        return Topics.of(settings.get(TOPIC_PREFIX)).withPartitions(Math.toIntExact(settings.get(TOPIC_PARTITIONS)));
    }

    private static String prefix(String text) {
        if (!Topics.isPrefix(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
