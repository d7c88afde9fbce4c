package dev.tidings.kafka.settings;

/**
 * Nothing says where Kafka or the schema registry is: no setting, and no local stack that runs. There is no address to
 * fall back on, since whoever listens there by chance would be read and written.
 */
public final class MissingAddressException extends SettingsException {

    /** Makes one with a message for people. */
    public MissingAddressException(String message) {
        super(message);
    }
}
