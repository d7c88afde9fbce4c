package dev.tidings.consumer.store;

import dev.tidings.schemas.EnrichedArticle;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A published article. */
record ArticleRecord(
        ConsumerRecord<byte[], byte[]> origin, Schema writerSchema, EnrichedArticle article, StoredVerdict verdict)
        implements SinkRecord {

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
}
