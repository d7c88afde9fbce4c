package dev.tidings.consumer.store;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The removal of what was stored under a key: Kafka has a record of that key without a value, a tombstone.
 *
 * @param origin the record as Kafka had it
 * @param kind what is removed
 * @param articleId id of the article, for a relation of its first; the story id for a story
 * @param revision revision of that article, 0 for a story
 * @param relatedId id of a relation's second article, else empty
 * @param relatedRevision revision of that article, else 0
 */
public record RemovalRecord(
        ConsumerRecord<byte[], byte[]> origin,
        Kind kind,
        String articleId,
        long revision,
        String relatedId,
        long relatedRevision)
        implements SinkRecord {

    /** What can be removed. */
    public enum Kind {
        /** One version of an article, wherever it came from. */
        ARTICLE,
        /** All that one version of an article is to one version of another. */
        RELATION,
        /** A story and the membership of its articles. */
        STORY
    }

    @Override
    public String uri() {
        return "";
    }

    @Override
    public <X extends Exception> void accept(SinkRecordVisitor<X> visitor) throws X {
        visitor.visitRemoval(this);
    }
}
