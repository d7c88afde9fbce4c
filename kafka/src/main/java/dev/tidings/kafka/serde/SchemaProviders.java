package dev.tidings.kafka.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;

/**
 * What the registry client parses schemas with. By itself it tells a schema of another kind, which a foreign record may
 * name, like an answer that is none; here the former is an {@link UnreadableSchemaException}.
 */
final class SchemaProviders {

    private SchemaProviders() {}

    /** Returns the providers of one client. */
    static List<SchemaProvider> newProviders() {
        return List.of(new AvroSchemas(), new OtherSchemas("PROTOBUF"), new OtherSchemas("JSON"));
    }

    /** A registry that works holds a schema that cannot be used. */
    static final class UnreadableSchemaException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableSchemaException(String message) {
            super(message);
        }
    }

    private static final class AvroSchemas extends AvroSchemaProvider {

        @Override
        public Optional<ParsedSchema> parseSchema(Schema schema, boolean isNew, boolean normalize) {
            return schema.getSchema() == null
                    ? Optional.empty()
                    : Optional.of(parseSchemaOrElseThrow(schema, isNew, normalize));
        }

        /** As the overridden method does it, without a stack trace in the log. */
        @Override
        public ParsedSchema parseSchemaOrElseThrow(Schema schema, boolean isNew, boolean normalize) {
            try {
                return new AvroSchema(
                        schema.getSchema(),
                        schema.getReferences(),
                        resolveReferences(schema, isNew),
                        schema.getMetadata(),
                        schema.getRuleSet(),
                        null,
                        false);
            } catch (AvroRuntimeException | StackOverflowError e) {
                throw new UnreadableSchemaException("an Avro schema that cannot be parsed");
            }
        }
    }

    private static final class OtherSchemas implements SchemaProvider {

        private final String type;

        OtherSchemas(String type) {
            this.type = type;
        }

        @Override
        public String schemaType() {
            return type;
        }

        @Override
        public Optional<ParsedSchema> parseSchema(Schema schema, boolean isNew, boolean normalize) {
            return Optional.of(parseSchemaOrElseThrow(schema, isNew, normalize));
        }

        @Override
        public ParsedSchema parseSchemaOrElseThrow(Schema schema, boolean isNew, boolean normalize) {
            throw new UnreadableSchemaException("a schema of type " + type);
        }
    }
}
