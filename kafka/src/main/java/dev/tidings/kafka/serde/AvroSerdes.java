package dev.tidings.kafka.serde;

import dev.tidings.schemas.Topic;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes of the events in the Confluent wire format.
 *
 * <p>Schemas are never registered here ({@link SchemaRegistration} does that once, at start). Reading fails with
 * {@link UndecodableException} (the record is bad) or {@link RegistryUnavailableException} (try again), nothing else;
 * writing with the latter alone. A serde is for one thread at a time; this factory may be shared.
 */
public final class AvroSerdes {

    private final RegistryClient registry;

    /**
     * Makes the factory.
     *
     * @param registryConfig the registry client's settings, at least {@code schema.registry.url}
     * @throws dev.tidings.kafka.settings.SettingsException when they are not valid
     */
    public AvroSerdes(Map<String, ?> registryConfig) {
        registry = new RegistryClient(registryConfig);
    }

    /** Returns a serializer of the topic's values. */
    public <T extends SpecificRecord> Serializer<T> serializer(Topic topic) {
        return new EventSerializer<>(topic, registry);
    }

    /** Returns a deserializer of the topic's values. */
    public <T extends SpecificRecord> Deserializer<T> deserializer(Topic topic, Class<T> type) {
        return new CheckedDeserializer<>(reader(topic, type));
    }

    /** Returns a reader of the topic's values, which also tells what they were written with. */
    public <T extends SpecificRecord> CheckedReader<T> reader(Topic topic, Class<T> type) {
        return new CheckedReader<>(topic, type, registry);
    }
}
