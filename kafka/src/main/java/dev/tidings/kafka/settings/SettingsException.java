package dev.tidings.kafka.settings;

/** A setting is wrong. The message is one line naming the key, the value and what was expected. */
public class SettingsException extends RuntimeException {

    /** Makes one with a message for people. */
    public SettingsException(String message) {
        super(message);
    }
}
