package dev.tidings.streams.topology;

import dev.tidings.schemas.kafka.Setting;
import dev.tidings.schemas.kafka.SettingType;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.schemas.kafka.SettingsException;
import dev.tidings.streams.duplicate.Windows;
import java.time.Duration;
import java.util.List;

/** Settings of the desk. */
public final class DeskSettings {

    /** How far apart in raw time similar texts are compared. */
    public static final Setting<Duration> NEAR_WINDOW = new Setting<>(
            "desk.window.near",
            SettingType.DURATION,
            "P7D",
            "how far apart in time two articles may be to be compared as similar texts, from P1D");

    /** How far apart in raw time equal texts, addresses and revisions are recognised. */
    public static final Setting<Duration> EXACT_WINDOW = new Setting<>(
            "desk.window.exact",
            SettingType.DURATION,
            "P30D",
            "how far apart in time equal texts, addresses and revisions are recognised, not below desk.window.near");

    /** How far apart in raw time articles may be to tell of one event. */
    public static final Setting<Duration> STORY_WINDOW = new Setting<>(
            "desk.window.story",
            SettingType.DURATION,
            "P7D",
            "how far apart in time two articles may be to be compared as telling of one event, from PT1H");

    /** All settings of the desk. */
    public static final List<Setting<?>> ALL = List.of(NEAR_WINDOW, EXACT_WINDOW, STORY_WINDOW);

    private static final Duration SHORTEST_STORY = Duration.ofHours(1);

    private DeskSettings() {}

    /**
     * Returns the windows.
     *
     * @throws SettingsException when they are not possible together
     */
    public static Windows windows(Settings settings) {
        try {
            return new Windows(settings.get(NEAR_WINDOW), settings.get(EXACT_WINDOW));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(NEAR_WINDOW.key() + ", " + EXACT_WINDOW.key() + ": " + e.getMessage());
        }
    }

    /**
     * Returns the window of stories.
     *
     * @throws SettingsException when it is too short
     */
    public static Duration storyWindow(Settings settings) {
        Duration window = settings.get(STORY_WINDOW);
        if (window.compareTo(SHORTEST_STORY) < 0) {
            throw new SettingsException(STORY_WINDOW.key() + " must be at least " + SHORTEST_STORY + ", was " + window);
        }
        return window;
    }
}
