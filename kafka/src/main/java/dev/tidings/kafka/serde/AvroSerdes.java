package dev.tidings.kafka.serde;

import dev.tidings.schemas.Topic;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes of the events in the Confluent wire format; the one place that touches the Confluent classes.
 *
 * <p>Schemas are never registered here ({@link SchemaRegistration} does that once, at start). Reading fails with
 * {@link UndecodableException} (the record is bad) or {@link RegistryUnavailableException} (try again), nothing else.
 * A serde is for one thread at a time; this factory may be shared.
 */
public final class AvroSerdes {

    private final Map<String, Object> config;

    /**
     * Makes the factory.
     *
     * @param registryConfig the registry client's settings, at least {@code schema.registry.url}
     */
    public AvroSerdes(Map<String, ?> registryConfig) {
        config = new HashMap<>(registryConfig);
        config.put("auto.register.schemas", false);
        config.put("use.latest.version", false);
        config.put("avro.remove.java.properties", true);
        config.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    }

    /**
     * Returns a serde of the topic's values. It writes under the topic's live subject whatever topic it is used on, and
     * null is a tombstone both ways only for the serializer: reading null fails as {@code tombstone}.
     */
    public <T extends SpecificRecord> Serde<T> serdeOf(Topic topic, Class<T> type) {
        return Serdes.serdeFrom(serializer(topic), deserializer(topic, type));
    }

    /** Returns a serializer of the topic's values. */
    public <T extends SpecificRecord> Serializer<T> serializer(Topic topic) {
        KafkaAvroSerializer avro = new KafkaAvroSerializer();
        avro.configure(config, false);
        return new LiveSubjectSerializer<>(topic.liveName(), avro);
    }

    /** Returns a deserializer of the topic's values. */
    public <T extends SpecificRecord> Deserializer<T> deserializer(Topic topic, Class<T> type) {
        KafkaAvroDeserializer avro = new KafkaAvroDeserializer();
        avro.configure(config, false);
        return new CheckedDeserializer<>(topic.liveName(), type, avro);
    }
}
