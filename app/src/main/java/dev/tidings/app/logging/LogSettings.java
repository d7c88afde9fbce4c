package dev.tidings.app.logging;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import java.util.List;

/** How a service writes its log. */
public final class LogSettings {

    /** Forms of a line. */
    public enum Format {
        /** For people. */
        TEXT,
        /** One JSON object: timestamp (milliseconds since 1970), level, threadName, loggerName, formattedMessage. */
        JSON
    }

    /** Form of the lines. */
    public static final Setting<Format> FORMAT = new Setting<>(
            "log.format",
            SettingType.oneOf(Format.class),
            "text",
            "How services (streams, sink, publish --watch) write their log: text for people, json for programs");

    /** Where they go; a path that is empty means standard error. */
    public static final Setting<String> FILE =
            new Setting<>("log.file", SettingType.TEXT, "", "File that they write it to; without one, standard error");

    /** How large the file grows. */
    public static final Setting<Long> MAX_BYTES = new Setting<>(
            "log.max.bytes",
            SettingType.number(1_000, Long.MAX_VALUE),
            "52428800",
            "Size at which log.file is closed, named log.file.1, and begun anew");

    /** How many files are kept. */
    public static final Setting<Long> FILES = new Setting<>(
            "log.files",
            SettingType.number(1, 20),
            "5",
            "How many closed ones are kept beside log.file; the eldest is deleted");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(FORMAT, FILE, MAX_BYTES, FILES);

    private LogSettings() {}
}
