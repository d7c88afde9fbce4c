package dev.tidings.producer.publish.prepare;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.SuppliedFields;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.ledger.LedgerRecord;
import dev.tidings.producer.source.SourceRoot;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import java.time.Clock;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of one root's events. Their time is left to the broker: a file's own date in a record's time would
 * let retention delete it, or the broker refuse it.
 */
public final class EventRecords {
    private static final EventDefaults<RawArticle> RAW =
            new EventDefaults<>(RawArticle.newBuilder().setArticleId("").build(), RawArticle::new);
    private static final EventDefaults<LedgerEntry> LEDGER =
            new EventDefaults<>(LedgerEntry.newBuilder().setUri("").build(), LedgerEntry::new);

    private final KafkaAccess kafka;
    private final SourceRoot sourceRoot;
    private final Clock clock;
    private final PartitionCounts counts;
    private final DeadLetters deadLetters;
    private final Serializer<SpecificRecord> raw;
    private final Serializer<SpecificRecord> ledger;
    private final Serializer<SpecificRecord> letters;

    /** How many partitions the topics have. */
    public record PartitionCounts(int raw, int ledger) {}

    public EventRecords(KafkaAccess kafka, SourceRoot sourceRoot, Clock clock, PartitionCounts counts) {
        this.kafka = kafka;
        this.sourceRoot = sourceRoot;
        this.clock = clock;
        this.counts = counts;
        deadLetters = new DeadLetters("publish", kafka.articleLimit().bytes());
        raw = kafka.serdes().serializer(kafka.topics().raw());
        ledger = kafka.serdes().serializer(kafka.topics().ledger());
        letters = kafka.serdes().serializer(kafka.topics().deadLetters());
    }

    /** Returns the raw partition of an article: that of its first publication, if it had one. */
    int rawPartition(InputEvent event, SuppliedArticle supplied, int known) {
        return known >= 0 && known < counts.raw()
                ? known
                : RawPartitions.ofArticle(supplied, event.articleId(), counts.raw());
    }

    ProducerRecord<byte[], byte[]> rawRecord(InputEvent event, SuppliedArticle supplied, int partition) {
        RawArticle article = RAW.newEvent();
        article.setArticleId(event.articleId());
        article.setUri(event.uri());
        article.setRevision(event.revision());
        article.setDeadLetteredBefore(event.deadLetteredBefore());
        article.setSource(sourceRoot.name());
        article.setContentSha256(event.content().sha256());
        article.setFileName(event.input().fileName());
        article.setFileModified(event.content().modified());
        article.setIngested(clock.instant());
        article.setFlags(event.flags());
        SuppliedFields.write(supplied, article);
        return newRecord(kafka.topics().raw(), partition, key(event), serializeValue(raw, article));
    }

    /** Returns the entry of an article. */
    ProducerRecord<byte[], byte[]> ledgerRecord(InputEvent event, int rawPartition, LedgerOutcome outcome) {
        LedgerEntry entry = entry(event.uri(), event.content().modified(), event.ledgerRecord(rawPartition, outcome));
        entry.setArticleId(event.articleId());
        return ledgerRecord(entry);
    }

    /** Returns the entry of a container. */
    ProducerRecord<byte[], byte[]> ledgerRecord(String uri, Instant modified, LedgerRecord ledgerRecord) {
        return ledgerRecord(entry(uri, modified, ledgerRecord));
    }

    private LedgerEntry entry(String uri, Instant modified, LedgerRecord ledgerRecord) {
        LedgerEntry entry = LEDGER.newEvent();
        entry.setUri(uri);
        entry.setRevision(ledgerRecord.revision());
        entry.setContentSha256(ledgerRecord.contentSha256());
        entry.setSize(ledgerRecord.size());
        entry.setModified(modified);
        entry.setRoot(sourceRoot.name());
        entry.setRealRoot(sourceRoot.realPath().toString());
        entry.setRawPartition(ledgerRecord.rawPartition());
        entry.setOutcome(ledgerRecord.outcome());
        entry.setDeadLettered(ledgerRecord.deadLettered());
        entry.setRecordOffset(ledgerRecord.recordOffset());
        return entry;
    }

    private ProducerRecord<byte[], byte[]> ledgerRecord(LedgerEntry entry) {
        int partition = RawPartitions.partitionOf(sourceRoot.name(), counts.ledger());
        return newRecord(kafka.topics().ledger(), partition, entry.getUri(), serializeValue(ledger, entry));
    }

    /** Uses the hash of the head only to give the dead letter an identity; it is no hash of the input and not shown. */
    ProducerRecord<byte[], byte[]> deadLetter(InputEvent event, Failure failure) {
        ArticleContent content = event.content();
        DeadLetter.Builder letter = deadLetters
                .ofInput(event.uri(), content.sha256(), failure)
                .setSha256("")
                .setArticleId(event.articleId())
                .setRevision(event.revision())
                .setLength(content.size())
                .setFlags(event.flags());
        if (content.bytes().hasRemaining()) {
            letter.setValue(content.bytes());
        }
        return newRecord(kafka.topics().deadLetters(), null, key(event), serializeValue(letters, letter.build()));
    }

    private static String key(InputEvent event) {
        return RecordKeys.article(event.articleId(), event.revision());
    }

    private static byte[] serializeValue(Serializer<SpecificRecord> serializer, SpecificRecord event) {
        return serializer.serialize("", event);
    }

    private static ProducerRecord<byte[], byte[]> newRecord(
            Topic topic, @Nullable Integer partition, String key, byte[] value) {
        return new ProducerRecord<>(topic.name(), partition, RecordKeys.bytes(key), value);
    }
}
