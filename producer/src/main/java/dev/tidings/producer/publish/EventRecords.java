package dev.tidings.producer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.source.Root;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.DeadLetters;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import dev.tidings.schemas.kafka.RegistryUnavailableException;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of one root's events. Their time is left to the broker: a file's own date in a record's time would
 * let retention delete it, or the broker refuse it.
 */
final class EventRecords {
    private static final EventDefaults<RawArticle> RAW =
            new EventDefaults<>(RawArticle.newBuilder().setArticleId("").build(), RawArticle::new);
    private static final EventDefaults<LedgerEntry> LEDGER =
            new EventDefaults<>(LedgerEntry.newBuilder().setUri("").build(), LedgerEntry::new);

    private final KafkaAccess kafka;
    private final Root root;
    private final Clock clock;
    private final PartitionCounts counts;
    private final DeadLetters deadLetters;
    private final Serializer<SpecificRecord> raw;
    private final Serializer<SpecificRecord> ledger;
    private final Serializer<SpecificRecord> letters;

    /** How many partitions the topics have. */
    record PartitionCounts(int raw, int ledger) {}

    EventRecords(KafkaAccess kafka, Root root, Clock clock, PartitionCounts counts) {
        this.kafka = kafka;
        this.root = root;
        this.clock = clock;
        this.counts = counts;
        deadLetters = new DeadLetters("publish", kafka.settings().get(ConnectionSettings.MAX_ARTICLE_BYTES));
        raw = kafka.serdes().serializer(kafka.topics().raw());
        ledger = kafka.serdes().serializer(kafka.topics().ledger());
        letters = kafka.serdes().serializer(kafka.topics().deadLetters());
    }

    /** Returns the raw partition of an article: that of its first publication, if it had one. */
    int rawPartition(InputEvent event, SuppliedArticle supplied, int known) {
        return known >= 0 && known < counts.raw()
                ? known
                : Partitions.ofArticle(supplied, event.articleId(), counts.raw());
    }

    ProducerRecord<byte[], byte[]> raw(InputEvent event, SuppliedArticle supplied, int partition) {
        RawArticle article = RAW.event();
        article.setArticleId(event.articleId());
        article.setUri(event.uri());
        article.setRevision(event.revision());
        article.setSource(root.name());
        article.setContentSha256(event.sha256());
        article.setPayload(event.content().bytes());
        article.setMediaType(supplied.mediaType());
        article.setSourceFormat(supplied.format());
        article.setFileName(event.input().fileName());
        article.setFileModified(event.content().modified());
        article.setIngested(clock.instant());
        article.setFlags(event.flags());
        supplied.url().ifPresent(article::setUrl);
        return record(kafka.topics().raw(), partition, event.articleId(), serialize(raw, article));
    }

    ProducerRecord<byte[], byte[]> ledger(InputEvent event, int rawPartition, LedgerOutcome outcome) {
        LedgerEntry entry = LEDGER.event();
        entry.setUri(event.uri());
        entry.setArticleId(event.articleId());
        entry.setRevision(event.revision());
        entry.setContentSha256(event.sha256());
        entry.setSize(event.content().size());
        entry.setModified(event.content().modified());
        entry.setRoot(root.name());
        entry.setRealRoot(root.realPath().toString());
        entry.setRawPartition(rawPartition);
        entry.setOutcome(outcome);
        int partition = Partitions.of(root.name(), counts.ledger());
        return record(kafka.topics().ledger(), partition, event.uri(), serialize(ledger, entry));
    }

    /** The hash of a head is no hash of the input: it tells dead letters apart and is not shown. */
    ProducerRecord<byte[], byte[]> deadLetter(InputEvent event, Failure failure) {
        DeadLetter.Builder letter = deadLetters
                .ofInput(event.uri(), event.sha256(), failure)
                .setSha256("")
                .setArticleId(event.articleId())
                .setRevision(event.revision())
                .setLength(event.content().size())
                .setFlags(event.flags());
        if (event.content().bytes().hasRemaining()) {
            letter.setValue(event.content().bytes());
        }
        return record(kafka.topics().deadLetters(), null, event.articleId(), serialize(letters, letter.build()));
    }

    private byte[] serialize(Serializer<SpecificRecord> serializer, SpecificRecord event) {
        try {
            return serializer.serialize("", event);
        } catch (RegistryUnavailableException e) {
            throw kafka.registryUnreachable(e);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic topic, @Nullable Integer partition, String key, byte[] value) {
        return new ProducerRecord<>(topic.name(), partition, key.getBytes(UTF_8), value);
    }
}
