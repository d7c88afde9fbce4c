package dev.tidings.kafka.serde;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.EOFException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads one event; a value that is no event and a registry that does not answer are told by two exceptions. */
final class CheckedDeserializer<T> implements Deserializer<T> {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;

    private final String liveTopic;
    private final Class<T> type;
    private final KafkaAvroDeserializer avro;

    CheckedDeserializer(String liveTopic, Class<T> type, KafkaAvroDeserializer avro) {
        this.liveTopic = liveTopic;
        this.type = type;
        this.avro = avro;
    }

    @Override
    public T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UndecodableException("tombstone", "the record has no value");
        }
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new UndecodableException("not_avro", "the value does not begin with the Confluent magic byte and id");
        }
        Object event = readEvent(bytes);
        if (event == null || !type.isInstance(event)) {
            throw new UndecodableException("malformed", "the value is not a " + type.getSimpleName());
        }
        return type.cast(event);
    }

    private @Nullable Object readEvent(byte[] bytes) {
        try {
            return avro.deserialize(liveTopic, bytes);
        } catch (StackOverflowError e) {
            // An Error passes every handler of Kafka Streams; nested data must end as a dead letter, not a dead thread.
            throw new UndecodableException("too_deep", "the value is nested too deeply", e);
        } catch (RuntimeException e) {
            throw RegistryFailure.unavailableCause(e)
                    .<RuntimeException>map(silent -> silent)
                    .orElseGet(() -> undecodable(e));
        }
    }

    private static RuntimeException undecodable(RuntimeException e) {
        if (RegistryFailure.unknownSchema(e)) {
            return new UndecodableException("unknown_schema", "the registry does not know the value's schema id", e);
        }
        if (RegistryFailure.causedBy(e, EOFException.class)) {
            return new UndecodableException("truncated", "the value ends before its schema does", e);
        }
        return new UndecodableException("malformed", "the value does not follow its schema", e);
    }

    @Override
    public void close() {
        avro.close();
    }
}
