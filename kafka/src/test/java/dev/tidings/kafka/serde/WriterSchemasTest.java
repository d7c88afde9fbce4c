package dev.tidings.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://writer-schemas");

    @Test
    void returnsTheSchemaAValueWasWrittenWith() {
        new SchemaRegistration(REGISTRY).registerAll(Topics.of(Topics.DEFAULT_PREFIX));
        byte[] value = new AvroSerdes(REGISTRY)
                .<LedgerEntry>serializer(Topics.of(Topics.DEFAULT_PREFIX).ledger())
                .serialize(
                        "tidings.ledger",
                        LedgerEntry.newBuilder().setUri("seeds/a.txt").build());

        assertThat(new WriterSchemas(REGISTRY).schemaOf(value).getFullName())
                .isEqualTo("dev.tidings.schemas.LedgerEntry");
    }

    @Test
    void namesASchemaTheRegistryDoesNotKnow() {
        byte[] value = ByteBuffer.allocate(10).put((byte) 0).putInt(987_654).array();

        assertThatThrownBy(() -> new WriterSchemas(REGISTRY).schemaOf(value))
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo("unknown_schema"));
    }

    @Test
    void waitsForARegistryThatDoesNotAnswer() {
        WriterSchemas nowhere = new WriterSchemas(Map.of("schema.registry.url", "http://127.0.0.1:1"));

        assertThatThrownBy(() -> nowhere.schemaOf(new byte[10])).isInstanceOf(RegistryUnavailableException.class);
    }
}
