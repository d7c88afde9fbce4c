package dev.tidings.kafka.serde;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Registers the schema of every topic under its live subject, once, at start. */
public final class SchemaRegistration {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final int CONFLICT = 409;
    private static final int INVALID_SCHEMA = 422;

    /** Each that is refused found the work of another one, so it is soon done; incompatible it stays. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final RegistryClient registry;

    /**
     * Makes a registration.
     *
     * @param registryConfig the registry client's settings, at least {@code schema.registry.url}; {@code mock://} works
     * @throws SettingsException when they are not valid
     */
    public SchemaRegistration(Map<String, ?> registryConfig) {
        registry = new RegistryClient(registryConfig);
    }

    /**
     * Registers what is not registered yet; a second call changes nothing, and neither does another process that does
     * the same at the same time.
     *
     * @throws RegistryUnavailableException when the registry does not answer, or refuses this client
     * @throws SettingsException when it refuses a schema as incompatible with one it holds
     */
    public void registerAll(Topics topics) {
        topics.allTopics().forEach(this::registerTopic);
    }

    /**
     * Returns the names of all subjects that the registry holds.
     *
     * @throws RegistryUnavailableException when the registry does not answer, or refuses this client
     */
    public Collection<String> registeredSubjects() {
        try {
            return registry.askPlainly(client -> client.getAllSubjects());
        } catch (RestClientException | IOException | RuntimeException e) {
            throw registry.unavailable(e);
        }
    }

    /** Returns the registry's address without user and password. */
    public String address() {
        return registry.address();
    }

    private void registerTopic(Topic topic) {
        try {
            int unused = registry.askPlainly(client -> registerOnceMore(client, topic));
        } catch (RestClientException e) {
            throw isOfTheSchema(e) ? refusedException(topic, e) : registry.unavailable(e);
        } catch (IOException | RuntimeException e) {
            throw registry.unavailable(e);
        }
    }

    /** Processes that start together on a new registry meet in it, and all but one of them are told of a conflict. */
    private static int registerOnceMore(SchemaRegistryClient client, Topic topic)
            throws IOException, RestClientException {
        for (int attempt = 1; ; attempt++) {
            try {
                return register(client, topic);
            } catch (RestClientException e) {
                if (e.getStatus() != CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static int register(SchemaRegistryClient client, Topic topic) throws IOException, RestClientException {
        client.updateCompatibility(topic.subject(), COMPATIBILITY);
        int id = client.register(topic.subject(), EventSerializer.asWritten(topic));
        if (id < 1) {
            // The client takes an answer without an id for one, and would remember it.
            client.reset();
            throw new IOException("schema id " + id);
        }
        return id;
    }

    private static boolean isOfTheSchema(RestClientException e) {
        return e.getStatus() == CONFLICT || e.getStatus() == INVALID_SCHEMA;
    }

    private SettingsException refusedException(Topic topic, RestClientException e) {
        return new SettingsException("registry " + registry.address() + " refuses the schema of " + topic.subject()
                + ": " + e.getMessage() + "; is another version of Tidings using it?");
    }
}
