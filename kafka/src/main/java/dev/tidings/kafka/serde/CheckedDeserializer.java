package dev.tidings.kafka.serde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A {@link CheckedReader} as Kafka's clients take it. */
final class CheckedDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final CheckedReader<T> reader;

    CheckedDeserializer(CheckedReader<T> reader) {
        this.reader = reader;
    }

    @Override
    public T deserialize(String topic, byte @Nullable [] bytes) {
        return reader.readEvent(bytes).event();
    }
}
