package dev.tidings.kafka.serde;

import dev.tidings.schemas.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events in the Confluent wire format, under the live topic's subject, so that a replay's topics need no subjects
 * of their own. A null event is a tombstone and stays null.
 */
final class EventSerializer<T extends SpecificRecord> implements Serializer<T> {

    private static final byte MAGIC = 0;
    private static final int UNKNOWN = -1;
    /** The buffer of a larger event is not kept. */
    private static final int MAX_KEPT_BYTES = 1 << 20;

    private final Topic topic;
    private final RegistryClient registry;
    private final AvroSchema registered;
    private final SpecificDatumWriter<T> writer;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    /** Used again, unless an event failed in it: it would hold a part of that one. */
    private @Nullable BinaryEncoder idle;
    /** The client's own cache asks for a hash of the whole schema each time. */
    private int id = UNKNOWN;

    EventSerializer(Topic topic, RegistryClient registry) {
        this.topic = topic;
        this.registry = registry;
        this.registered = asWritten(topic);
        this.writer = new SpecificDatumWriter<>(topic.value(), SpecificData.getForSchema(topic.value()));
    }

    /** Returns the schema of a topic as it is registered: without the properties that speak to Java alone. */
    static AvroSchema asWritten(Topic topic) {
        return new AvroSchema(AvroSchemaUtils.getSchema(new GenericData.Record(topic.value()), false, false, true));
    }

    @Override
    @SuppressWarnings("NullAway") // a null value is a tombstone, and stays null
    public byte[] serialize(String topicName, @Nullable T event) {
        return event == null ? null : encode(knownId(), event);
    }

    private int knownId() {
        if (id == UNKNOWN) {
            id = registry.idOf(topic, registered);
        }
        return id;
    }

    private byte[] encode(int schemaId, T event) {
        try {
            bytes.reset();
            bytes.write(MAGIC);
            bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(schemaId).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, idle);
            idle = null;
            writer.write(event, encoder);
            encoder.flush();
            idle = encoder;
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (bytes.size() > MAX_KEPT_BYTES) {
                bytes = new ByteArrayOutputStream();
            }
        }
    }
}
