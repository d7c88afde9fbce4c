package dev.tidings.streams.application;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Settings of the streams process. */
public final class StreamsSettings {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /** Name of this process among its equals. */
    public static final Setting<String> INSTANCE = new Setting<>(
            "streams.instance",
            new SettingType<>("a name of letters, digits, '.', '_' and '-'", StreamsSettings::checkName),
            "main",
            "Name of this process among those that share the work; gives its group membership and its state folder");

    /** Threads that understand articles. */
    public static final Setting<Long> THREADS = new Setting<>(
            "streams.threads",
            SettingType.number(0, 256),
            "0",
            "Threads that analyse articles; 0 = one for each processor");

    /** Delivery guarantee. */
    public static final Setting<Guarantee> GUARANTEE = new Setting<>(
            "streams.guarantee",
            SettingType.oneOf(Guarantee.class),
            "exactly_once_v2",
            "Delivery guarantee; at_least_once makes verdicts wrong after a crash and is there for comparison");

    /** How often work is committed. */
    public static final Setting<Duration> COMMIT_INTERVAL = new Setting<>(
            "streams.commit.interval",
            SettingType.DURATION,
            "PT0.05S",
            "How long fresh articles share a commit; an article waits that long twice");

    /** How often work is committed in a backlog. */
    public static final Setting<Duration> COMMIT_INTERVAL_BEHIND = new Setting<>(
            "streams.commit.interval.behind",
            SettingType.DURATION,
            "PT0.5S",
            "How long articles may share a commit in a backlog, where they are late anyway");

    /** How long a dead process keeps its partitions. */
    public static final Setting<Duration> SESSION_TIMEOUT = new Setting<>(
            "streams.session.timeout",
            SettingType.DURATION,
            "PT10S",
            "How long a process may be silent before others take over its work; brokers allow PT6S and more");

    /** How long a transaction of a dead process holds up those who read after it. */
    public static final Setting<Duration> TRANSACTION_TIMEOUT = new Setting<>(
            "streams.transaction.timeout",
            SettingType.DURATION,
            "PT60S",
            "How long a transaction may stay open; one that a dead process left is over then, unless the process comes"
                    + " back. PT15S where several instances run");

    /** Copies of state kept warm. */
    public static final Setting<Long> STANDBY_REPLICAS = new Setting<>(
            "streams.standby.replicas",
            SettingType.number(0, 10),
            "0",
            "Copies of the deduplication stage's state that other instances keep warm; 1 where several instances run");

    /** When a process counts as stuck. */
    public static final Setting<Duration> STALL_TIMEOUT = new Setting<>(
            "streams.stall.timeout",
            SettingType.DURATION,
            "PT30S",
            "How long records may wait without a commit before the process is not ready");

    /** Whether a memory may be made anew with gaps. */
    public static final Setting<Boolean> ACCEPT_GAPS = new Setting<>(
            "streams.accept.gaps",
            SettingType.FLAG,
            "false",
            "Whether to go on when the memory of duplicates is lost and cannot be made again as far back as it goes:"
                    + " copies of forgotten articles are published again");

    /** How often logs are trimmed. */
    public static final Setting<Duration> TRIM_INTERVAL = new Setting<>(
            "streams.trim.interval",
            SettingType.DURATION,
            "PT1H",
            "How often records that lie behind every window are deleted from tidings.analysed and"
                    + " tidings.story-features; P36500D keeps them");

    /** How long closing may take. */
    public static final Setting<Duration> CLOSE_TIMEOUT = new Setting<>(
            "streams.close.timeout",
            SettingType.DURATION,
            "PT30S",
            "How long the process waits for its threads when it ends");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(
            INSTANCE,
            THREADS,
            GUARANTEE,
            COMMIT_INTERVAL,
            COMMIT_INTERVAL_BEHIND,
            SESSION_TIMEOUT,
            TRANSACTION_TIMEOUT,
            STANDBY_REPLICAS,
            STALL_TIMEOUT,
            ACCEPT_GAPS,
            TRIM_INTERVAL,
            CLOSE_TIMEOUT);

    private StreamsSettings() {}

    private static String checkName(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
