package dev.tidings.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.bench.text.BenchException;
import dev.tidings.app.bench.text.SyntheticTexts;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the deduplication stage a past: articles of the last days, with real sketches of texts that are alike to
 * none, straight onto its topic. What would be published of them is a few bytes, so that only that stage has to work.
 * For one thread.
 */
final class StateFiller implements AutoCloseable {
    private static final String SOURCE = "past";
    /** Within the window in which similar texts are found. */
    private static final Duration PAST = Duration.ofDays(6);
    /** No raw topic has so many partitions, so no position is taken twice. */
    private static final int PARTITION = 1_000_000;

    private static final byte[] BODY = "a past article".getBytes(UTF_8);

    private final Topic analysed;
    private final Serializer<Analysed> serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    StateFiller(Settings settings, Topics topics) {
        this.analysed = topics.analysed();
        this.serializer = new AvroSerdes(settings.registryConfig()).serializer(analysed);
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.put("acks", "all");
        config.put("compression.type", "lz4");
        config.put("linger.ms", 20);
        config.put("batch.size", 512 * 1024);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes so many articles, the oldest first. */
    void fillState(SyntheticTexts texts, int articles, Instant now) {
        for (int i = 0; i < articles; i++) {
            Instant time = now.minus(PAST).plusMillis(PAST.toMillis() * i / articles);
            Analysed article = enrichedBytes(i, texts.nextText(), time);
            var unused = producer.send(
                    analysedRecord(article, time), (position, failed) -> failure.compareAndSet(null, failed));
        }
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new BenchException(
                    "the past of the deduplication stage cannot be written: " + failed.getMessage(), failed);
        }
    }

    private ProducerRecord<byte[], byte[]> analysedRecord(Analysed article, Instant time) {
        byte[] key = RecordKeys.bytes(RecordKeys.article(article.getArticleId(), article.getRevision()));
        byte[] value = serializer.serialize(analysed.name(), article);
        return new ProducerRecord<>(analysed.name(), 0, time.toEpochMilli(), key, value);
    }

    private static Analysed enrichedBytes(int number, String text, Instant time) {
        Sketch sketch = Sketcher.computeSketch(new SketchInput(Optional.empty(), text, Optional.empty()));
        String name = number + ".txt";
        return Analysed.newBuilder()
                .setArticleId(OutcomeCounts.articleId(SOURCE, name))
                .setUri(SOURCE + "/" + name)
                .setSource(SOURCE)
                .setContentSha256(DeadLetters.sha256Hex(text.getBytes(UTF_8)))
                .setSourceTopic("tidings.bench.past")
                .setSourcePartition(PARTITION)
                .setSourceOffset(number)
                .setSourceTimestamp(time)
                .setAlgorithm(sketch.algorithm())
                .setExact(ByteBuffer.wrap(sketch.exactBytes()))
                .setSketch(ByteBuffer.wrap(sketch.shingleBytes()))
                .setSentences(ByteBuffer.wrap(sketch.sentenceBytes()))
                .setKeys(ByteBuffer.wrap(sketch.keyBytes()))
                .setArticle(ByteBuffer.wrap(BODY))
                .build();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        serializer.close();
    }
}
