package dev.tidings.producer.publish;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import java.util.List;

/** Settings of the publisher. */
public final class PublishSettings {

    /** Most articles in one transaction. */
    public static final Setting<Long> BATCH_ARTICLES = new Setting<>(
            "publish.batch.articles",
            SettingType.number(1, 100_000),
            "500",
            "Most articles in one transaction of the publisher");

    /** Most bytes in one transaction. */
    public static final Setting<Long> BATCH_BYTES = new Setting<>(
            "publish.batch.bytes",
            SettingType.number(1, 256L * 1024 * 1024),
            String.valueOf(8L * 1024 * 1024),
            "Bytes after which a transaction of the publisher is committed");

    /** How long an article waits for others to share its transaction. */
    public static final Setting<Long> BATCH_MS = new Setting<>(
            "publish.batch.ms",
            SettingType.number(0, 10_000),
            "50",
            "How long an article waits for others to share its transaction, in milliseconds");

    /** How long the ledger may be held by unfinished transactions. */
    public static final Setting<Long> LEDGER_TIMEOUT_MS = new Setting<>(
            "publish.ledger.timeout.ms",
            SettingType.number(100, 600_000),
            "60000",
            "How long the ledger may take to be read, in milliseconds; another publisher's open transaction holds it");

    /** How long to wait without a further verdict. */
    public static final Setting<Long> WAIT_TIMEOUT_MS = new Setting<>(
            "publish.wait.timeout.ms",
            SettingType.number(100, 86_400_000),
            "60000",
            "How long --wait waits without a further verdict, in milliseconds");

    /** How long a watched file must stand still to be finished. */
    public static final Setting<Long> SETTLE_MS = new Setting<>(
            "publish.settle.ms",
            SettingType.number(1, 3_600_000),
            "500",
            "How long size and time of a watched file must stand still before it is published, in milliseconds");

    /** How often watched folders are walked through. */
    public static final Setting<Long> RESCAN_MS = new Setting<>(
            "publish.rescan.ms",
            SettingType.number(100, 86_400_000),
            "5000",
            "How often watched folders are walked through for what was not told, in milliseconds");

    /** All settings of the publisher. */
    public static final List<Setting<?>> ALL =
            List.of(BATCH_ARTICLES, BATCH_BYTES, BATCH_MS, LEDGER_TIMEOUT_MS, WAIT_TIMEOUT_MS, SETTLE_MS, RESCAN_MS);

    private PublishSettings() {}
}
