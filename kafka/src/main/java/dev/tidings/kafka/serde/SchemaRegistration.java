package dev.tidings.kafka.serde;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.SerializationException;

/** Registers the schema of every topic under its live subject, once, at start. */
public final class SchemaRegistration {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final int SCHEMAS_CACHED = 1_000;

    private final SchemaRegistryClient client;
    private final String address;

    /**
     * Makes a registration.
     *
     * @param registryConfig the registry client's settings, at least {@code schema.registry.url}; {@code mock://} works
     */
    public SchemaRegistration(Map<String, ?> registryConfig) {
        this.address = String.valueOf(registryConfig.get("schema.registry.url"));
        this.client = SchemaRegistryClientFactory.newClient(
                List.of(address.split(",")),
                SCHEMAS_CACHED,
                List.of(new AvroSchemaProvider()),
                registryConfig,
                Map.of());
    }

    /**
     * Registers what is not registered yet; a second call changes nothing.
     *
     * @throws DependencyUnreachableException when the registry does not answer
     * @throws SettingsException when it refuses a schema as incompatible with one it holds
     */
    public void registerAll(Topics topics) {
        topics.allTopics().forEach(this::registerTopic);
    }

    /**
     * Returns the names of all subjects that the registry holds.
     *
     * @throws DependencyUnreachableException when the registry does not answer, or with a failure
     */
    public Collection<String> registeredSubjects() {
        try {
            return client.getAllSubjects();
        } catch (RestClientException | IOException e) {
            throw unreachableException(e);
        }
    }

    private void registerTopic(Topic topic) {
        try {
            client.updateCompatibility(topic.subject(), COMPATIBILITY);
            client.register(topic.subject(), asWritten(topic));
        } catch (RestClientException e) {
            throw refusedException(topic, e);
        } catch (IOException | SerializationException e) {
            throw unreachableException(e);
        }
    }

    /** The schema as the serializer writes it: without the properties that speak to Java alone. */
    private static AvroSchema asWritten(Topic topic) {
        return new AvroSchema(AvroSchemaUtils.getSchema(new GenericData.Record(topic.value()), false, false, true));
    }

    private RuntimeException refusedException(Topic topic, RestClientException e) {
        if (RegistryFailure.unavailableCause(e).isPresent()) {
            return unreachableException(e);
        }
        return new SettingsException("registry " + address + " refuses the schema of " + topic.subject() + ": "
                + e.getMessage() + "; is another version of Tidings using it?");
    }

    private DependencyUnreachableException unreachableException(Exception e) {
        return new DependencyUnreachableException(
                "the schema registry at " + address + " does not answer; start it with 'tidings up' or set --registry",
                e);
    }
}
