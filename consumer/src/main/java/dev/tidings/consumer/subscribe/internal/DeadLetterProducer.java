package dev.tidings.consumer.subscribe.internal;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.kafka.admin.KafkaClients;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters and returns only when the brokers have them, so that nothing moves on before its failure is
 * kept.
 */
public final class DeadLetterProducer implements DeadLetterSink, AutoCloseable {

    private static final Map<String, String> CONFIG = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(16 * 1024 * 1024),
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd",
            // Short: a failed attempt is made again by the caller, who must keep polling meanwhile.
            ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000",
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000",
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "15000");

    private final Topic topic;
    private final Producer<byte[], DeadLetter> producer;

    /**
     * Makes a producer; nothing is sent yet.
     *
     * @param topic the dead-letter topic
     */
    public DeadLetterProducer(Topic topic, Settings settings) {
        this.topic = topic;
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.putAll(CONFIG);
        try {
            producer = new KafkaProducer<>(
                    config,
                    new ByteArraySerializer(),
                    new AvroSerdes(settings.registryConfig()).<DeadLetter>serializer(topic));
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }

    @Override
    public void sendAll(List<DeadLetter> letters) {
        try {
            List<Future<?>> sent = letters.stream().<Future<?>>map(this::send).toList();
            for (int i = 0; i < sent.size(); i++) {
                awaitSent(sent.get(i), letters.get(i));
            }
        } catch (RegistryUnavailableException | KafkaException e) {
            throw retryLater(e);
        } catch (ExecutionException e) {
            throw retryLater(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A topic that somebody made for smaller records gets the beginning of what failed. */
    private void awaitSent(Future<?> sent, DeadLetter letter) throws ExecutionException, InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            send(DeadLetters.headOf(letter)).get();
        }
    }

    private Future<?> send(DeadLetter letter) {
        byte[] key = letter.getKey().map(DeadLetterProducer::bytes).orElse(null);
        return producer.send(new ProducerRecord<>(topic.name(), key, letter));
    }

    private static byte @Nullable [] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private RetryLaterException retryLater(@Nullable Throwable cause) {
        String reason = cause == null ? "" : ": " + cause.getMessage();
        return new RetryLaterException("a dead letter could not be sent to " + topic.name() + reason, cause);
    }

    @Override
    public void close() {
        producer.close();
    }
}
