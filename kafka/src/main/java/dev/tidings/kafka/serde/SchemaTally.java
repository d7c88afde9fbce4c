package dev.tidings.kafka.serde;

import dev.tidings.schemas.Topic;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts which of some records of a topic agree with what the registry says of their schema ids, and which contradict
 * it. A record contradicts it when it is an event of the topic by our own schema and not by the registry's, or when the
 * registry names another event and the bytes are none. What is a bad record in any case does not count.
 */
final class SchemaTally {

    private static final int HEADER_BYTES = 5;

    private final RegistryClient registry;
    private final Topic topic;
    private int agreeing;
    private int contradicting;
    private String firstContradiction = "";

    SchemaTally(RegistryClient registry, Topic topic) {
        this.registry = registry;
        this.topic = topic;
    }

    /** Counts a record. */
    void countRecord(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null || !CheckedReader.hasSchemaId(value)) {
            return;
        }
        Optional<Schema> said = findSchema(CheckedReader.schemaId(value));
        boolean ours = said.map(Schema::getFullName)
                .filter(topic.value().getFullName()::equals)
                .isPresent();
        boolean follows = said.filter(schema -> decodes(schema, value)).isPresent();
        if (ours && follows) {
            agreeing++;
        } else if ((said.isPresent() && !ours && !follows) || decodes(topic.value(), value)) {
            noteContradiction(record, said);
        }
    }

    private void noteContradiction(ConsumerRecord<byte[], byte[]> record, Optional<Schema> said) {
        if (contradicting++ == 0) {
            firstContradiction = record.topic() + "-" + record.partition() + "@" + record.offset()
                    + " was written with schema id " + CheckedReader.schemaId(record.value())
                    + ", and the schema registry at " + registry.address()
                    + said.map(schema -> " says that this is " + schema.getFullName())
                            .orElse(" does not know it")
                    + ": it was emptied and filled anew, or is another one";
        }
    }

    /** Returns the first contradiction when most records contradict the registry. */
    Optional<String> contradiction() {
        return contradicting > agreeing ? Optional.of(firstContradiction) : Optional.empty();
    }

    private Optional<Schema> findSchema(int id) {
        try {
            return Optional.of(registry.schemaOf(id, topic));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    private static boolean decodes(Schema schema, byte[] value) {
        BoundedDecoder decoder = new BoundedDecoder(value, HEADER_BYTES);
        try {
            new GenericDatumReader<>(schema).read(null, decoder);
            return decoder.remaining() == 0;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }
}
