package dev.tidings.consumer.store;

import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.DataLayout;
import dev.tidings.schemas.kafka.Setting;
import dev.tidings.schemas.kafka.SettingType;
import dev.tidings.schemas.kafka.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a sink runs.
 *
 * @param store file of the store
 * @param name name of the sink: what its offsets in the store and its consumer group are kept under
 * @param instance name of this process among those that run the same sink
 * @param batchSize most events of one transaction
 * @param skipGap whether to go on when Kafka has deleted what was not stored yet
 */
public record SinkSettings(Path store, String name, String instance, int batchSize, boolean skipGap) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final SettingType<String> NAME_TYPE =
            new SettingType<>("1 to 40 of the characters a-z, 0-9 and -", SinkSettings::name);

    /** File of the store. */
    public static final Setting<Path> STORE = new Setting<>(
            "store", SettingType.PATH, "", "File of the store; empty = store/tidings.db in the data folder");

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

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(STORE, NAME_SETTING, INSTANCE, BATCH_SIZE, SKIP_GAP);

    /** Returns the settings of a sink. */
    public static SinkSettings of(Settings settings) {
        return new SinkSettings(
                store(settings),
                settings.get(NAME_SETTING),
                settings.get(INSTANCE),
                Math.toIntExact(settings.get(BATCH_SIZE)),
                settings.get(SKIP_GAP));
    }

    /** Returns the file of the store, whether it exists or not. */
    public static Path store(Settings settings) {
        Path given = settings.get(STORE);
        return given.toString().isEmpty() ? defaultStore(settings) : given;
    }

    /** Returns the consumer group of the sink. */
    public String group(Topics topics) {
        return topics.idPrefix() + name;
    }

    /** Makes the folder of the default store; a folder that somebody named must be there, or the name has a typing error. */
    static void prepareFolder(Settings settings) {
        Path store = store(settings);
        if (store.equals(defaultStore(settings))) {
            DataLayout.claim(settings.get(ConnectionSettings.DATA_DIR));
            try {
                Files.createDirectories(store.resolveSibling(""));
            } catch (IOException e) {
                throw new StoreException(
                        "the folder of the store " + store + " cannot be made; set --data-dir or --store: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    private static Path defaultStore(Settings settings) {
        return settings.get(ConnectionSettings.DATA_DIR).resolve("store").resolve("tidings.db");
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
