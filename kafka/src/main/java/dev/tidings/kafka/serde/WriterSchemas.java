package dev.tidings.kafka.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The schemas that values were written with, for whoever keeps values verbatim and must be able to read them without a
 * registry later. Safe for use by many threads.
 */
public final class WriterSchemas {

    private static final int SCHEMAS_CACHED = 1_000;

    private final SchemaRegistryClient client;

    /**
     * Connects lazily.
     *
     * @param registryConfig the registry client's settings, at least {@code schema.registry.url}
     */
    public WriterSchemas(Map<String, ?> registryConfig) {
        client = SchemaRegistryClientFactory.newClient(
                List.of(String.valueOf(registryConfig.get("schema.registry.url"))
                        .split(",")),
                SCHEMAS_CACHED,
                List.of(new AvroSchemaProvider()),
                registryConfig,
                Map.of());
    }

    /**
     * Returns the schema that a value in the Confluent wire format was written with; one instance per schema id.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws UndecodableException when it does not know the schema
     */
    public Schema schemaOf(byte[] value) {
        try {
            return ((AvroSchema) client.getSchemaById(
                            ByteBuffer.wrap(value, 1, Integer.BYTES).getInt()))
                    .rawSchema();
        } catch (IOException | RestClientException e) {
            throw RegistryFailure.unavailableCause(e)
                    .<RuntimeException>map(silent -> silent)
                    .orElseGet(() -> new UndecodableException(
                            "unknown_schema", "the registry does not know the value's schema id", e));
        }
    }
}
