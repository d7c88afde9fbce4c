package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.SettingsException;
import java.util.Map;
import java.util.Optional;
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
        return new SettingsException(
                "Kafka client settings are not valid: " + ConnectionFailure.describeSettings(failure));
    }

    /** Returns the message for a broker that does not answer, or refuses this client. */
    public static DependencyUnreachableException unreachableMessage(String address, Throwable cause) {
        Optional<ClientRefusedException> refusal = ConnectionFailure.findRefusal(address, cause);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (TlsProbe.speaksTls(address)) {
            return new ClientRefusedException(
                    "Kafka at " + address + " speaks TLS and did not answer this client; set kafka.security.protocol to"
                            + " SSL or SASL_SSL, and kafka.ssl.truststore.location",
                    cause);
        }
        return new DependencyUnreachableException(
                "Kafka at " + address + " does not answer; start it with 'tidings up' or set --bootstrap-server",
                cause);
    }
}
