package dev.tidings.kafka.serde;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Serialises under the live topic's subject, so that a replay's topics need no subjects of their own. */
final class LiveSubjectSerializer<T> implements Serializer<T> {

    private final String liveTopic;
    private final KafkaAvroSerializer avro;

    LiveSubjectSerializer(String liveTopic, KafkaAvroSerializer avro) {
        this.liveTopic = liveTopic;
        this.avro = avro;
    }

    @Override
    @SuppressWarnings("NullAway") // a null value is a tombstone, and stays null
    public byte[] serialize(String topic, @Nullable T value) {
        try {
            return value == null ? null : avro.serialize(liveTopic, value);
        } catch (RuntimeException e) {
            throw RegistryFailure.unavailableCause(e)
                    .<RuntimeException>map(silent -> silent)
                    .orElse(e);
        }
    }

    @Override
    public void close() {
        avro.close();
    }
}
