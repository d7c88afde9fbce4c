package dev.tidings.streams.topology.stories;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.streams.story.group.StoryMemory;
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

    /** How many articles are remembered at most. */
    public static final Setting<Long> MAX_ARTICLES = new Setting<>(
            "stories.max.articles",
            SettingType.number(0, Integer.MAX_VALUE),
            "0",
            "how many articles the story stage remembers at most, the eldest leave first; 0 for what the heap holds");

    /** All settings of the story stage. */
    public static final List<Setting<?>> ALL = List.of(WINDOW, MAX_ARTICLES);

    private static final Duration MIN_WINDOW = Duration.ofHours(1);
    /** What an article and its share of a strand take in the heap, as measured, and a tenth more. */
    private static final int ARTICLE_BYTES = 3_800;
    /** What all else needs of the heap. */
    private static final long OTHER_BYTES = 350L << 20;

    private static final int MIN_ARTICLES = 20_000;

    private StoriesSettings() {}

    /**
     * Returns how long and how many articles are remembered.
     *
     * @throws SettingsException when the window is shorter than an hour
     */
    public static StoryMemory memory(Settings settings) {
        Duration window = settings.get(WINDOW);
        if (window.compareTo(MIN_WINDOW) < 0) {
            throw new SettingsException(WINDOW.key() + " must be at least " + MIN_WINDOW + ", was " + window);
        }
        long most = settings.get(MAX_ARTICLES);
        return new StoryMemory(
                window, most > 0 ? (int) most : articlesIn(Runtime.getRuntime().maxMemory()));
    }

    /** Returns how many articles a heap of so many bytes holds. */
    static int articlesIn(long heapBytes) {
        long most = (heapBytes - OTHER_BYTES) / ARTICLE_BYTES;
        return (int) Math.max(MIN_ARTICLES, Math.min(Integer.MAX_VALUE, most));
    }
}
