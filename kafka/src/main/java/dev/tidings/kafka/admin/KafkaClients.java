package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.SettingsException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Makes Kafka clients so that a wrong setting is told in one line.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class KafkaClients {

    private KafkaClients() {}

    static Admin openAdmin(Map<String, Object> config) {
        try {
            return Admin.create(config);
        } catch (KafkaException e) {
            throw refusedMessage(e);
        }
    }

    /** Returns the message for client settings that the Kafka client itself refuses. */
    public static SettingsException refusedMessage(KafkaException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new SettingsException("Kafka client settings are not valid: " + cause.getMessage());
    }

    /** Returns the message for a broker that does not answer. */
    public static DependencyUnreachableException unreachableMessage(String address, Throwable cause) {
        return new DependencyUnreachableException(
                "Kafka at " + address + " does not answer; start it with 'tidings up' or set --bootstrap-server",
                cause);
    }
}
