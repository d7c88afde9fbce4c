package dev.tidings.kafka.serde;

import dev.tidings.kafka.settings.Secrets;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The questions that are asked of the registry. An answer that a registry gives about a schema is a result or an {@link
 * UndecodableException}; everything else it does, from silence to a page of HTML, is a
 * {@link RegistryUnavailableException}. Safe for use by many threads.
 */
final class RegistryClient {

    private static final int SCHEMAS_CACHED = 1_000;
    private static final String TIMEOUT_MS = "10000";

    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final Map<String, Object> config;
    private final String address;
    private final SchemaRegistryClient client;

    /**
     * Connects lazily.
     *
     * @param registryConfig the client's settings, at least {@code schema.registry.url}; {@code mock://} works
     * @throws SettingsException when the settings are not valid
     */
    RegistryClient(Map<String, ?> registryConfig) {
        config = new TreeMap<>(registryConfig);
        // The client's own minute is longer than a transaction or a member of a group may be busy.
        config.putIfAbsent("http.connect.timeout.ms", TIMEOUT_MS);
        config.putIfAbsent("http.read.timeout.ms", TIMEOUT_MS);
        address = String.valueOf(registryConfig.get("schema.registry.url"));
        client = newClient();
    }

    /** What is asked of the client. */
    @FunctionalInterface
    interface Question<T> {

        T ask(SchemaRegistryClient client) throws IOException, RestClientException;
    }

    private SchemaRegistryClient newClient() {
        try {
            return SchemaRegistryClientFactory.newClient(
                    List.of(address.split(",")), SCHEMAS_CACHED, SchemaProviders.newProviders(), config, Map.of());
        } catch (RuntimeException e) {
            throw new SettingsException("registry client settings are not valid: " + RegistryFailure.detailOf(e));
        }
    }

    /** Returns the address without user and password. */
    String address() {
        return Secrets.maskAddress(address);
    }

    /** Returns the answer as it is, for questions whose refusals the caller tells apart. */
    <T> T askPlainly(Question<T> question) throws IOException, RestClientException {
        return question.ask(client);
    }

    /**
     * Returns the schema of an id.
     *
     * @param topic topic whose value names the id
     * @throws UndecodableException when a registry that knows the topic knows no such schema, or none of Avro
     */
    Schema schemaOf(int id, Topic topic) {
        try {
            return schemaOf(client, id);
        } catch (IOException | RestClientException | RuntimeException e) {
            throw whyNoSchema(id, topic, e);
        }
    }

    /**
     * Returns whether the registry still says of an id what it said before; asks it anew, past every cache.
     *
     * @throws RegistryUnavailableException when that cannot be told now
     */
    boolean confirms(int id, Schema known) {
        try {
            return canonicalForm(known).equals(canonicalForm(schemaOf(newClient(), id)));
        } catch (IOException | RestClientException | RuntimeException e) {
            if (isUnknown(e) || isUnreadable(e)) {
                return false;
            }
            throw unavailable(e);
        }
    }

    private static Schema schemaOf(SchemaRegistryClient client, int id) throws IOException, RestClientException {
        return ((AvroSchema) client.getSchemaById(id)).rawSchema();
    }

    /** What the encoding depends on, without what one registry may keep and another not. */
    private static String canonicalForm(Schema schema) {
        return SchemaNormalization.toParsingForm(schema);
    }

    private RuntimeException whyNoSchema(int id, Topic topic, Exception e) {
        if (isUnreadable(e)) {
            return new UndecodableException("malformed", "the value's schema id " + id + " is no schema of Avro", e);
        }
        if (!isUnknown(e)) {
            return unavailable(e);
        }
        return knowsSubject(topic)
                ? new UndecodableException(
                        "unknown_schema", "the registry does not know the value's schema id " + id, e)
                : emptied(topic, e);
    }

    private boolean knowsSubject(Topic topic) {
        try {
            return !client.getAllVersions(topic.subject()).isEmpty();
        } catch (IOException | RestClientException | RuntimeException e) {
            if (isUnknown(e)) {
                return false;
            }
            throw unavailable(e);
        }
    }

    /**
     * Returns the id under which a topic's schema is registered.
     *
     * @throws RegistryUnavailableException when it is not registered, or that cannot be told now
     */
    int idOf(Topic topic, AvroSchema schema) {
        try {
            return client.getId(topic.subject(), schema);
        } catch (IOException | RestClientException | RuntimeException e) {
            throw isUnknown(e) ? emptied(topic, e) : unavailable(e);
        }
    }

    private RegistryUnavailableException emptied(Topic topic, Exception e) {
        return new RegistryUnavailableException(
                "the schema registry at " + address() + " does not know " + topic.subject()
                        + ": it was emptied or is another one; bring back its content, or set --registry",
                e);
    }

    RegistryUnavailableException unavailable(Exception e) {
        RegistryFailure failure = RegistryFailure.of(e);
        return new RegistryUnavailableException(failure.sentence(address()), failure.refusal(), e);
    }

    private static boolean isUnknown(Exception e) {
        int code = RegistryFailure.errorCode(e);
        return code == SCHEMA_NOT_FOUND || code == SUBJECT_NOT_FOUND;
    }

    private static boolean isUnreadable(Exception e) {
        return RegistryFailure.findCause(e, SchemaProviders.UnreadableSchemaException.class)
                .isPresent();
    }
}
