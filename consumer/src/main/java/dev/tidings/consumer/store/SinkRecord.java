package dev.tidings.consumer.store;

import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event to store, with the record it came in. Each kind is handled by a {@link SinkRecordVisitor}. */
public sealed interface SinkRecord permits ArticleRecord, RelationRecord, StoryRecord {

    /** Returns the record as Kafka had it. */
    ConsumerRecord<byte[], byte[]> origin();

    /** Returns the schema the value was written with, which may be newer than the one this version knows. */
    Schema writerSchema();

    /** Returns the id of the article it is about. */
    String articleId();

    /** Returns the revision of that article. */
    long revision();

    /** Returns the uri of that article. */
    String uri();

    /** Hands this event to the method for its kind. */
    <X extends Exception> void accept(SinkRecordVisitor<X> visitor) throws X;
}
