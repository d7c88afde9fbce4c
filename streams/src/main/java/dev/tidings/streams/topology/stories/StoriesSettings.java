package dev.tidings.streams.topology.stories;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.util.List;

/** Settings of the story stage. */
public final class StoriesSettings {

    /** How far apart in raw time articles may be to tell of one event. */
    public static final Setting<Duration> WINDOW = new Setting<>(
            "stories.window",
            SettingType.DURATION,
            "P7D",
            "how far apart in time two articles may be to be compared as telling of one event, from PT1H");

    /** All settings of the story stage. */
    public static final List<Setting<?>> ALL = List.of(WINDOW);

    private static final Duration MIN_WINDOW = Duration.ofHours(1);

    private StoriesSettings() {}

    /**
     * Returns the window of stories.
     *
     * @throws SettingsException when it is shorter than an hour
     */
    public static Duration window(Settings settings) {
        Duration window = settings.get(WINDOW);
        if (window.compareTo(MIN_WINDOW) < 0) {
            throw new SettingsException(WINDOW.key() + " must be at least " + MIN_WINDOW + ", was " + window);
        }
        return window;
    }
}
