package dev.tidings.streams.topology.dedup;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.match.Withholding;
import java.time.Duration;
import java.util.List;

/** Settings of the deduplication stage. */
public final class DedupSettings {

    /** How far apart in raw time similar texts are compared. */
    public static final Setting<Duration> NEAR_WINDOW = new Setting<>(
            "dedup.window.near",
            SettingType.DURATION,
            "P7D",
            "how far apart in time two articles may be to be compared as similar texts, from P1D");

    /** How far apart in raw time equal texts, addresses and revisions are recognised. */
    public static final Setting<Duration> EXACT_WINDOW = new Setting<>(
            "dedup.window.exact",
            SettingType.DURATION,
            "P30D",
            "how far apart in time equal texts, addresses and revisions are recognised, not below dedup.window.near");

    /** Which articles are withheld from the enriched topic. */
    public static final Setting<Withholding> WITHHOLD = new Setting<>(
            "dedup.withhold",
            SettingType.oneOf(Withholding.class),
            "copies",
            "what is withheld from enriched: copies (what tells nothing new), exact (equal texts alone), nothing");

    /** All settings of the deduplication stage. */
    public static final List<Setting<?>> ALL = List.of(NEAR_WINDOW, EXACT_WINDOW, WITHHOLD);

    private DedupSettings() {}

    /**
     * Returns the windows.
     *
     * @throws SettingsException when they are not possible together
     */
    public static DedupWindows windows(Settings settings) {
        try {
            return new DedupWindows(settings.get(NEAR_WINDOW), settings.get(EXACT_WINDOW));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(NEAR_WINDOW.key() + ", " + EXACT_WINDOW.key() + ": " + e.getMessage());
        }
    }
}
