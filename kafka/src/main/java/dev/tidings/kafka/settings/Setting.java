package dev.tidings.kafka.settings;

import java.util.Locale;
import java.util.Objects;

/**
 * One setting of Tidings, declared once: name, type, default, meaning. Its environment variable is the key in capitals
 * with {@code _} for {@code .} and {@code -}, after {@code TIDINGS_}.
 *
 * @param key name in a file and after {@code -X}, e.g. {@code bootstrap.servers}
 * @param type how its text is read
 * @param defaultText the default, as one would write it
 * @param doc one line: what it does, with its unit
 */
public record Setting<T>(String key, SettingType<T> type, String defaultText, String doc) {

    /** Refuses a default that its own type refuses. */
    public Setting {
        Objects.requireNonNull(type.parser().apply(defaultText), key);
    }

    /** Returns the environment variable of this setting. */
    public String environmentVariable() {
        return environmentVariable(key);
    }

    static String environmentVariable(String key) {
        return "TIDINGS_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Returns the value that a text stands for. */
    T parseValue(String text, String origin) {
        try {
            return type.parser().apply(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key + " = " + Secrets.maskValue(key, text) + " (" + origin
                    + ") is not valid: expected " + type.expected());
        }
    }
}
