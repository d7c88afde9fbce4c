package dev.tidings.app.metrics;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import java.util.List;

/** Where a process serves its meters and its health. */
public final class MetricsSettings {

    /** No port. */
    static final long OFF = -1;

    /** Port of the server. */
    public static final Setting<Long> PORT = new Setting<>(
            "metrics.port",
            SettingType.number(OFF, 65_535),
            "0",
            "Port at which streams and sink serve /metrics, /health/live and /health/ready; 0 = any that is free, which"
                    + " 'tidings status' shows; -1 = none");

    /** Address of the server. */
    public static final Setting<String> ADDRESS = new Setting<>(
            "metrics.address",
            SettingType.TEXT,
            "127.0.0.1",
            "Address at which they do; 0.0.0.0 = every one of the machine, to anybody who reaches it");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(PORT, ADDRESS);

    private MetricsSettings() {}
}
