package dev.tidings.streams.failure;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a failed record into the bytes of its dead letter, which always fit. Its child is the sink of the dead letters.
 */
public final class DeadLetterProcessor extends ContextualProcessor<byte[], FailedRecord, byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterProcessor.class);
    private static final byte[] NO_KEY = new byte[0];

    private final Topic topic;
    private final Serializer<DeadLetter> serializer;
    private final RegistryRetry registryRetry;
    private final long maxArticleBytes;
    private final SizeGuard sizeGuard;
    private final Predicate<Position> wanted;

    /**
     * Makes the processor of a topology.
     *
     * @param topic topic of the dead letters
     * @param maxArticleBytes how large an article may be to be kept whole, in bytes
     * @param sizeGuard knows how large a dead letter may be
     * @param wanted whether the failed record at a position gets a dead letter
     */
    public DeadLetterProcessor(
            Topic topic,
            AvroSerdes serdes,
            RegistryRetry registryRetry,
            long maxArticleBytes,
            SizeGuard sizeGuard,
            Predicate<Position> wanted) {
        this.topic = topic;
        this.serializer = serdes.serializer(topic);
        this.registryRetry = registryRetry;
        this.maxArticleBytes = maxArticleBytes;
        this.sizeGuard = sizeGuard;
        this.wanted = wanted;
    }

    @Override
    public void process(Record<byte[], FailedRecord> record) {
        FailedRecord failed = record.value();
        if (!wanted.test(failed.source().position())) {
            return;
        }
        DeadLetter letter = deadLetterOf(failed);
        LOG.warn(
                "dead letter {}: {} at {}: {}",
                failed.failure().reason(),
                failed.stage(),
                failed.source(),
                failed.failure().message());
        byte[] value = serializedBytes(letter);
        if (!fits(record, value)) {
            letter = DeadLetters.headOf(letter);
            value = serializedBytes(letter);
        }
        if (!fits(record, value)) {
            // Only key and headers can be that large; hash and position still say which record it was.
            letter.setHeaders(Map.of());
            letter.setKey(null);
            record = record.withKey(NO_KEY);
            value = serializedBytes(letter);
        }
        context().forward(new Record<>(record.key(), value, record.timestamp()));
    }

    private boolean fits(Record<byte[], FailedRecord> record, byte[] value) {
        return sizeGuard.fitsLimit(keyOf(record), value, new RecordHeaders());
    }

    private DeadLetter deadLetterOf(FailedRecord failed) {
        SourceRecord source = failed.source();
        // The record of the largest article is a little larger than the article.
        DeadLetters letters = new DeadLetters(failed.stage(), maxArticleBytes + DeadLetters.HEAD_BYTES);
        DeadLetter.Builder letter =
                letters.ofRecord(source.position(), source.key(), source.value(), source.headers(), failed.failure());
        failed.article()
                .ifPresent(article -> letter.setArticleId(article.id())
                        .setUri(article.uri())
                        .setRevision(article.revision())
                        .setFlags(article.flags()));
        return letter.build();
    }

    private byte[] serializedBytes(DeadLetter letter) {
        return registryRetry.retryUntilAnswered(() -> serializer.serialize(topic.name(), letter));
    }

    @SuppressWarnings("NullAway") // a raw record may come without a key
    private static byte[] keyOf(Record<byte[], FailedRecord> record) {
        return record.key() == null ? NO_KEY : record.key();
    }

    @Override
    public void close() {
        serializer.close();
    }
}
