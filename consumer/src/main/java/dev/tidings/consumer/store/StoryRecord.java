package dev.tidings.consumer.store;

import dev.tidings.schemas.Story;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The state of a story; the article it is about is the first member. */
record StoryRecord(ConsumerRecord<byte[], byte[]> origin, Schema writerSchema, Story story) implements SinkRecord {

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
}
