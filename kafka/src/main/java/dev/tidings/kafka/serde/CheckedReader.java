package dev.tidings.kafka.serde;

import dev.tidings.schemas.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one topic out of record values. What is wrong with a value is an {@link UndecodableException},
 * what is wrong with the registry a {@link RegistryUnavailableException}, and a value is only blamed for its schema
 * when the registry says the same of that schema once more. For one thread at a time.
 */
public final class CheckedReader<T extends SpecificRecord> {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;

    private final Topic topic;
    private final Class<T> type;
    private final RegistryClient registry;
    private final Schema ownSchema;
    private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();

    CheckedReader(Topic topic, Class<T> type, RegistryClient registry) {
        this.topic = topic;
        this.type = type;
        this.registry = registry;
        this.ownSchema = SpecificData.getForClass(type).getSchema(type);
    }

    /**
     * An event and the schema it was written with, which may be newer than the one this version knows.
     *
     * @param event the event
     * @param writerSchema one instance per schema id
     */
    public record Decoded<T>(T event, Schema writerSchema) {}

    /**
     * Returns the event in a value.
     *
     * @throws UndecodableException when there is none, and never will be
     * @throws RegistryUnavailableException when that cannot be told now
     */
    public Decoded<T> readEvent(byte @Nullable [] value) {
        if (value == null) {
            throw new UndecodableException("tombstone", "the record has no value");
        }
        if (!hasSchemaId(value)) {
            throw new UndecodableException("not_avro", "the value does not begin with the Confluent magic byte and id");
        }
        int id = schemaId(value);
        SpecificDatumReader<T> reader = readerOf(id);
        try {
            return new Decoded<>(decode(reader, value), reader.getSchema());
        } catch (UndecodableException e) {
            throw confirmed(id, reader.getSchema(), e);
        }
    }

    /** Returns whether a value begins as one that names a schema. */
    static boolean hasSchemaId(byte[] value) {
        return value.length >= HEADER_BYTES && value[0] == MAGIC;
    }

    /** Returns the id of the schema that a value names. */
    static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    private SpecificDatumReader<T> readerOf(int id) {
        SpecificDatumReader<T> known = readers.get(id);
        if (known != null) {
            return known;
        }
        Schema writer = registry.schemaOf(id, topic);
        if (!writer.getFullName().equals(ownSchema.getFullName())) {
            throw confirmed(
                    id,
                    writer,
                    new UndecodableException(
                            "malformed",
                            "the value's schema id " + id + " is of " + writer.getFullName() + ", not of "
                                    + ownSchema.getFullName()));
        }
        SpecificDatumReader<T> reader = newReader(writer);
        readers.put(id, reader);
        return reader;
    }

    private SpecificDatumReader<T> newReader(Schema writer) {
        return new SpecificDatumReader<>(writer, ownSchema, SpecificData.getForClass(type));
    }

    private T decode(SpecificDatumReader<T> reader, byte[] value) {
        BoundedDecoder decoder = new BoundedDecoder(value, HEADER_BYTES);
        T event = decode(reader, decoder);
        if (decoder.remaining() > 0) {
            throw new UndecodableException(
                    "malformed", "the value goes on for " + decoder.remaining() + " bytes after its schema ends");
        }
        return event;
    }

    private T decode(SpecificDatumReader<T> reader, BoundedDecoder decoder) {
        try {
            return type.cast(reader.read(null, decoder));
        } catch (UndecodableException e) {
            throw e;
        } catch (StackOverflowError e) {
            // An Error passes every handler of Kafka Streams; nested data must end as a dead letter, not a dead thread.
            throw new UndecodableException("too_deep", "the value is nested too deeply", e);
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException("malformed", "the value does not follow its schema", e);
        }
    }

    /** Returns the failure of a value whose schema the registry confirms. */
    private RuntimeException confirmed(int id, Schema writer, UndecodableException failure) {
        return registry.confirms(id, writer)
                ? failure
                : new RegistryUnavailableException(
                        "the schema registry at " + registry.address() + " says something else of schema id " + id
                                + " than before: it was emptied and filled anew; bring back its former content and"
                                + " start again",
                        failure);
    }
}
