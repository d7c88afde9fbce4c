package dev.tidings.consumer.store;

import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a record asks a store to do: to keep an {@link Event}, or to remove one. Each kind is handled by a {@link
 * SinkRecordVisitor}.
 */
public sealed interface SinkRecord permits SinkRecord.Event, RemovalRecord {

    /** Returns the record as Kafka had it. */
    ConsumerRecord<byte[], byte[]> origin();

    /** Returns the id of the article it is about. */
    String articleId();

    /** Returns the revision of that article. */
    long revision();

    /** Returns the uri of that article. */
    String uri();

    /** Hands this record to the method for its kind. */
    <X extends Exception> void accept(SinkRecordVisitor<X> visitor) throws X;

    /** An event to store, with the record it came in. */
    sealed interface Event extends SinkRecord permits ArticleRecord, RelationRecord, StoryRecord {

        /** Returns the schema the value was written with, which may be newer than the one this version knows. */
        Schema writerSchema();
    }
}
