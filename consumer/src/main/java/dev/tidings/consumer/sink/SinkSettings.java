package dev.tidings.consumer.sink;

import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a sink runs.
 *
 * @param store where events are stored
 * @param name name of the sink: what its offsets in the store and its consumer group are kept under
 * @param instance name of this process among those that run the same sink
 * @param batchSize most events of one transaction
 * @param skipGap whether to go on when Kafka has deleted what was not stored yet
 */
public record SinkSettings(StoreUrl store, String name, String instance, int batchSize, boolean skipGap) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final SettingType<String> NAME_TYPE =
            new SettingType<>("1 to 40 of the characters a-z, 0-9 and -", SinkSettings::checkName);

    private static final String DEFAULT_SCHEME = "sqlite";
    private static final SettingType<Optional<StoreUrl>> STORE_TYPE =
            new SettingType<>("the URL of a store; the path of a file is written sqlite:PATH", SinkSettings::parseUrl);

    /** Where events are stored; empty for the default store. */
    public static final Setting<Optional<StoreUrl>> STORE = new Setting<>(
            "store", STORE_TYPE, "", "URL of the store; empty = sqlite:store/tidings.db, in the data folder");

    /** Name of the sink. */
    public static final Setting<String> NAME_SETTING = new Setting<>(
            "sink.name",
            NAME_TYPE,
            "sink",
            "Name of the sink: its offsets are kept under it, its group is NAME after topic.prefix and a hyphen");

    /** Name of this process among those of one sink. */
    public static final Setting<String> INSTANCE = new Setting<>(
            "sink.instance", NAME_TYPE, "main", "Name of this process; sinks that run at once need different ones");

    /** Most events of one transaction. */
    public static final Setting<Long> BATCH_SIZE = new Setting<>(
            "sink.batch.size", SettingType.number(1, 100_000), "2000", "Most events stored in one transaction");

    /** Whether to go on when Kafka has deleted what was not stored yet. */
    public static final Setting<Boolean> SKIP_GAP = new Setting<>(
            "sink.skip.gap", SettingType.FLAG, "false", "Go on when Kafka has deleted events that were not stored yet");

    /** All settings of the sink. */
    public static final List<Setting<?>> ALL = List.of(STORE, NAME_SETTING, INSTANCE, BATCH_SIZE, SKIP_GAP);

    /** Returns the settings of a sink. */
    public static SinkSettings of(Settings settings) {
        return new SinkSettings(
                storeUrl(settings),
                settings.get(NAME_SETTING),
                settings.get(INSTANCE),
                Math.toIntExact(settings.get(BATCH_SIZE)),
                settings.get(SKIP_GAP));
    }

    /** Returns where events are stored, whether there is a store yet or not. */
    public static StoreUrl storeUrl(Settings settings) {
        return settings.get(STORE)
                .orElseGet(
                        () -> new StoreUrl(DEFAULT_SCHEME, defaultFile(settings).toString()));
    }

    /** Returns the consumer group of the sink. */
    public String group(Topics topics) {
        return topics.idPrefix() + name;
    }

    /**
     * Makes the folder of the default store; a folder that somebody named must be there, or the name has a typing
     * error.
     */
    static void prepareFolder(Settings settings) {
        if (settings.get(STORE).isPresent()) {
            return;
        }
        DataLayout.claim(settings.get(ConnectionSettings.DATA_DIR));
        Path file = defaultFile(settings);
        try {
            Files.createDirectories(file.resolveSibling(""));
        } catch (IOException e) {
            throw new StoreException(
                    "the folder of the store " + file + " cannot be made; set --data or --store: " + e.getMessage(), e);
        }
    }

    /** Makes sure that the folder of the default store belongs to the cluster; a named store knows its own. */
    static void claimFolder(Settings settings, TopicAdmin broker) {
        if (settings.get(STORE).isEmpty()) {
            broker.clusterMark().claim(settings.get(ConnectionSettings.DATA_DIR));
        }
    }

    private static Path defaultFile(Settings settings) {
        return settings.get(ConnectionSettings.DATA_DIR).resolve("store").resolve("tidings.db");
    }

    private static Optional<StoreUrl> parseUrl(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(StoreUrl.parse(text));
    }

    private static String checkName(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
