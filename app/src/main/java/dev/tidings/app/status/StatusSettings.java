package dev.tidings.app.status;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import java.time.Duration;
import java.util.List;

/** Settings of what counts as well. */
public final class StatusSettings {

    /** How far behind a reader may be. */
    public static final Setting<Duration> MAX_LAG = new Setting<>(
            "status.max.lag",
            SettingType.DURATION,
            "PT1M",
            "How long the oldest article may wait for a stage or a subscriber before 'status' warns of it");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(MAX_LAG);

    private StatusSettings() {}
}
