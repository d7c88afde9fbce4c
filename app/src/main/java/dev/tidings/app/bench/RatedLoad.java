package dev.tidings.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.bench.text.BenchException;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Sends articles at a steady rate, in transactions as far apart as the publisher's. Each has a moment at which it is
 * due; when the broker holds the sender up, the article is late and its latency counts from when it was due. For one
 * thread.
 */
final class RatedLoad implements AutoCloseable {
    private static final String SOURCE = "rated";
    private static final int ATTEMPTS = 3;

    private final Topic raw;
    private final Serializer<RawArticle> serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final long transactionNanos;
    private final List<ProducerRecord<byte[], byte[]>> uncommitted = new ArrayList<>();
    private long openSince;

    RatedLoad(Settings settings, Topics topics) {
        this.raw = topics.raw();
        this.serializer = new AvroSerdes(settings.registryConfig()).serializer(raw);
        this.transactionNanos =
                Duration.ofMillis(settings.get(PublishSettings.BATCH_MS)).toNanos();
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.put("transactional.id", topics.idPrefix() + "bench-" + SOURCE);
        config.put("acks", "all");
        config.put("compression.type", "zstd");
        config.put("linger.ms", 0);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Sends and commits all.
     *
     * @param texts of the articles
     * @param perSecond how many a second, at least 1
     * @return for each article id when it was due, in the order of sending
     */
    Map<String, Long> sendAll(List<String> texts, int perSecond) {
        List<ProducerRecord<byte[], byte[]>> records =
                texts.stream().map(this::rawRecord).toList();
        Map<String, Long> due = new LinkedHashMap<>();
        long begun = System.nanoTime();
        for (int next = 0; next < records.size(); ) {
            long dueAt = begun + Duration.ofSeconds(1).toNanos() * next / perSecond;
            long now = System.nanoTime();
            if (!uncommitted.isEmpty() && now - openSince >= transactionNanos) {
                commitWithRetry();
            } else if (now >= dueAt) {
                sendAll(records.get(next++));
                due.put(RecordKeys.articleId(records.get(next - 1).key()), dueAt);
            } else {
                long commitAt = uncommitted.isEmpty() ? dueAt : openSince + transactionNanos;
                LockSupport.parkNanos(Math.min(dueAt, commitAt) - now);
            }
        }
        commitWithRetry();
        return due;
    }

    /** Puts late articles into shared transactions too: a commit for each would keep them late. */
    private void sendAll(ProducerRecord<byte[], byte[]> record) {
        if (uncommitted.isEmpty()) {
            producer.beginTransaction();
            openSince = System.nanoTime();
        }
        uncommitted.add(record);
        try {
            var unused = producer.send(record);
        } catch (KafkaException e) {
            // One before it was refused: the commit fails too, and all are sent again.
        }
    }

    /** Repeats a transaction of which a broker under load has lost its part, as the publisher does. */
    private void commitWithRetry() {
        for (int attempt = 1; ; attempt++) {
            try {
                producer.commitTransaction();
                uncommitted.clear();
                return;
            } catch (KafkaException e) {
                if (attempt == ATTEMPTS) {
                    throw new BenchException("Kafka refuses a transaction: " + rootMessage(e), e);
                }
                sendAgain(e);
            }
        }
    }

    private void sendAgain(KafkaException failure) {
        try {
            producer.abortTransaction();
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : uncommitted) {
                // The commit that follows tells when it failed.
                var unused = producer.send(record);
            }
        } catch (KafkaException e) {
            throw new BenchException("Kafka refuses a transaction: " + rootMessage(failure), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private ProducerRecord<byte[], byte[]> rawRecord(String text) {
        byte[] payload = text.getBytes(UTF_8);
        String sha256 = DeadLetters.sha256Hex(payload);
        String uri = SOURCE + "/" + sha256 + ".txt";
        RawArticle article = RawArticle.newBuilder()
                .setArticleId(OutcomeCounts.articleId(SOURCE, sha256 + ".txt"))
                .setUri(uri)
                .setRevision(1)
                .setSource(SOURCE)
                .setContentSha256(sha256)
                .setPayload(ByteBuffer.wrap(payload))
                .setMediaType("text/plain")
                .setSourceFormat(SourceFormat.TEXT)
                .setIngested(Instant.now())
                .build();
        return new ProducerRecord<>(
                raw.name(),
                RecordKeys.bytes(RecordKeys.article(article.getArticleId(), article.getRevision())),
                serializer.serialize(raw.name(), article));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        serializer.close();
    }
}
