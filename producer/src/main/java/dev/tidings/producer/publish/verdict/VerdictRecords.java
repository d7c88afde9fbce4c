package dev.tidings.producer.publish.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.producer.publish.ArticleVerdict;
import dev.tidings.producer.publish.ArticleVerdict.InputOutcome;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Topics;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads a verdict out of a record, if it is one on the article in question. */
final class VerdictRecords {

    private static final String UNKNOWN_LANGUAGE = "und";

    private final Topics topics;
    private final Deserializer<ArticleRelation> relations;
    private final Deserializer<DeadLetter> deadLetters;

    VerdictRecords(Topics topics, AvroSerdes serdes) {
        this.topics = topics;
        relations = serdes.deserializer(topics.relations(), ArticleRelation.class);
        deadLetters = serdes.deserializer(topics.deadLetters(), DeadLetter.class);
    }

    Optional<ArticleVerdict> verdict(ExpectedVerdict article, ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.enriched().name())) {
            return enrichedVerdict(article, record);
        }
        return record.topic().equals(topics.relations().name())
                ? suppressedVerdict(article, record)
                : deadLettered(article, record);
    }

    /** Compares the position of the raw record, since the headers do not carry the revision. */
    private static Optional<ArticleVerdict> enrichedVerdict(
            ExpectedVerdict article, ConsumerRecord<byte[], byte[]> record) {
        String position = headerText(record, EventHeaders.SOURCE_PARTITION) + "@"
                + headerText(record, EventHeaders.SOURCE_OFFSET);
        return position.equals(article.partition() + "@" + article.offset())
                ? Optional.of(verdict(
                        article,
                        InputOutcome.ENRICHED,
                        headerText(record, EventHeaders.VERDICT),
                        headerText(record, EventHeaders.LANG)))
                : Optional.empty();
    }

    private Optional<ArticleVerdict> suppressedVerdict(ExpectedVerdict article, ConsumerRecord<byte[], byte[]> record) {
        return decodeValue(relations, record)
                .filter(relation -> relation.getSuppressed()
                        && relation.getSourcePartition() == article.partition()
                        && relation.getSourceOffset() == article.offset())
                .map(relation -> verdict(
                        article, InputOutcome.SUPPRESSED, relation.getKind().name(), relation.getLanguage()));
    }

    private Optional<ArticleVerdict> deadLettered(ExpectedVerdict article, ConsumerRecord<byte[], byte[]> record) {
        return decodeValue(deadLetters, record)
                .filter(letter -> isAbout(article, letter))
                .map(letter -> verdict(article, InputOutcome.DEAD_LETTERED, letter.getReason(), UNKNOWN_LANGUAGE));
    }

    /**
     * A stage after raw names its own source record; then the article and its revision tell. Story grouping comes
     * after the outcome is known.
     */
    private boolean isAbout(ExpectedVerdict article, DeadLetter letter) {
        if (letter.getSourceTopic().equals(topics.storyFeatures().name())) {
            return false;
        }
        return letter.getSourceTopic().equals(topics.raw().name())
                ? letter.getSourcePartition() == article.partition() && letter.getSourceOffset() == article.offset()
                : letter.getRevision() == article.revision();
    }

    /** Returns empty for a record that cannot be read: it was written by another program under the article's key. */
    private <T extends SpecificRecord> Optional<T> decodeValue(
            Deserializer<T> deserializer, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(deserializer.deserialize(record.topic(), record.value()));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    private static ArticleVerdict verdict(
            ExpectedVerdict article, InputOutcome inputOutcome, String verdict, String language) {
        return new ArticleVerdict(
                article.articleId(), article.revision(), article.uri(), inputOutcome, verdict, language);
    }

    private static String headerText(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
