package dev.tidings.app.stack;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;

/** Calls of a registry as any Confluent client makes them. */
final class RegistryCalls {
    private RegistryCalls() {}

    /** The id under which the registry keeps the schema. */
    static int register(String url, String subject, String schema) {
        try (var client = new CachedSchemaRegistryClient(url, 10)) {
            return client.register(subject, new AvroSchema(schema));
        } catch (IOException | RestClientException failed) {
            throw new AssertionError(failed);
        }
    }
}
