package dev.tidings.producer.publish;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.KafkaClients;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The clients of a publish, set so that nothing is lost or doubled. Whoever needs other limits may set them under
 * {@code kafka.}; what the guarantees rest on cannot be set otherwise.
 *
 * <p>Not part of the API: public for the packages below.
 */
public record KafkaAccess(Settings settings, Topics topics, AvroSerdes serdes, ArticleLimit articleLimit) {

    private static final Map<String, String> FIXED_FOR_PRODUCER = Map.of("acks", "all", "enable.idempotence", "true");
    private static final Map<String, String> FIXED_FOR_CONSUMER = Map.of(
            "isolation.level", "read_committed",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest");

    /**
     * A killed publisher's transaction holds every reader up for at most transaction.timeout.ms; ours last
     * milliseconds.
     */
    private static final Map<String, String> PRODUCER_DEFAULTS = Map.of(
            "transaction.timeout.ms", "30000",
            "max.block.ms", "25000",
            "delivery.timeout.ms", "25000",
            "request.timeout.ms", "10000",
            "max.request.size", String.valueOf(Topics.MAX_MESSAGE_BYTES),
            "buffer.memory", String.valueOf(64 * 1024 * 1024),
            "batch.size", String.valueOf(256 * 1024),
            "compression.type", "zstd");

    private static final Map<String, String> CONSUMER_DEFAULTS =
            Map.of("default.api.timeout.ms", "25000", "request.timeout.ms", "10000");

    public Producer<byte[], byte[]> openProducer(String transactionalId) {
        Map<String, Object> config = clientConfig(PRODUCER_DEFAULTS, FIXED_FOR_PRODUCER);
        config.put("transactional.id", transactionalId);
        return checkedClient(() -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    public Consumer<byte[], byte[]> openConsumer() {
        Map<String, Object> config = clientConfig(CONSUMER_DEFAULTS, FIXED_FOR_CONSUMER);
        return checkedClient(
                () -> new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    public DependencyUnreachableException unreachable(Throwable cause) {
        return KafkaClients.unreachableMessage(settings.get(ConnectionSettings.BOOTSTRAP_SERVERS), cause);
    }

    private Map<String, Object> clientConfig(Map<String, String> defaults, Map<String, String> fixed) {
        Map<String, Object> config = new TreeMap<>(defaults);
        config.putAll(settings.kafkaConfig());
        fixed.forEach((key, value) -> {
            Object given = config.put(key, value);
            if (given != null && !given.equals(value) && !(key.equals("acks") && given.equals("-1"))) {
                throw new SettingsException("kafka." + key + " = " + given + " would break exactly-once publishing: "
                        + "expected " + value + "; leave it out");
            }
        });
        return config;
    }

    private static <C> C checkedClient(Supplier<C> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }
}
