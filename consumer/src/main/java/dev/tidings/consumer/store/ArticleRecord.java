package dev.tidings.consumer.store;

import dev.tidings.schemas.EnrichedArticle;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A published article.
 *
 * @param origin the record as Kafka had it
 * @param writerSchema the schema its value was written with
 * @param article the event in it
 * @param verdict what was decided of it
 */
public record ArticleRecord(
        ConsumerRecord<byte[], byte[]> origin, Schema writerSchema, EnrichedArticle article, StoredVerdict verdict)
        implements SinkRecord.Event {

    @Override
    public String articleId() {
        return article.getArticleId();
    }

    @Override
    public long revision() {
        return article.getRevision();
    }

    @Override
    public String uri() {
        return article.getUri();
    }

    @Override
    public <X extends Exception> void accept(SinkRecordVisitor<X> visitor) throws X {
        visitor.visitArticle(this);
    }
}
