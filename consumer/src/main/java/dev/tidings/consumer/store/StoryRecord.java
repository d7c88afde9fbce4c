package dev.tidings.consumer.store;

import dev.tidings.schemas.Story;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The state of a story; the article it is about is the first member, whose uri it does not tell.
 *
 * @param origin the record as Kafka had it
 * @param writerSchema the schema its value was written with
 * @param story the event in it
 */
public record StoryRecord(ConsumerRecord<byte[], byte[]> origin, Schema writerSchema, Story story)
        implements SinkRecord.Event {

    @Override
    public String articleId() {
        return story.getStoryId();
    }

    @Override
    public long revision() {
        return story.getRevision();
    }

    @Override
    public String uri() {
        return "";
    }

    @Override
    public <X extends Exception> void accept(SinkRecordVisitor<X> visitor) throws X {
        visitor.visitStory(this);
    }
}
