package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleRelation;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What an article is to another one.
 *
 * @param origin the record as Kafka had it
 * @param writerSchema the schema its value was written with
 * @param relation the event in it
 */
public record RelationRecord(ConsumerRecord<byte[], byte[]> origin, Schema writerSchema, ArticleRelation relation)
        implements SinkRecord.Event {

    @Override
    public String articleId() {
        return relation.getArticleId();
    }

    @Override
    public long revision() {
        return relation.getRevision();
    }

    @Override
    public String uri() {
        return relation.getUri();
    }

    @Override
    public <X extends Exception> void accept(SinkRecordVisitor<X> visitor) throws X {
        visitor.visitRelation(this);
    }
}
