package dev.tidings.kafka.health;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import java.time.Duration;
import java.util.List;

/** Settings of what processes say of themselves. */
public final class HealthSettings {

    /** How often a process says that it lives. */
    public static final Setting<Duration> HEARTBEAT_INTERVAL = new Setting<>(
            "heartbeat.interval",
            SettingType.DURATION,
            "PT5S",
            "How often a process says in the topic processes that it lives; after three times that it counts as silent");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(HEARTBEAT_INTERVAL);

    private HealthSettings() {}
}
