package dev.tidings.streams.topology.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.story.index.CarriedCopies;
import dev.tidings.streams.topology.TopologyContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/** Serializes what an article changed: the states of the stories first, then the relations of articles. */
public final class StoryWriter implements AutoCloseable {

    private final Topics topics;
    private final Serializer<Story> stories;
    private final Serializer<ArticleRelation> relations;
    private final RegistryRetry registryRetry;
    private final Sinks sinks;

    /** A record and the sink it goes to. */
    record Written(String sink, Record<byte[], byte[]> record) {}

    /**
     * The names of the sinks.
     *
     * @param stories sink of the states of stories
     * @param relations sink of relations
     */
    public record Sinks(String stories, String relations) {}

    StoryWriter(TopologyContext context, Sinks sinks) {
        this.sinks = sinks;
        this.topics = context.topics();
        this.stories = context.serdes().serializer(topics.stories());
        this.relations = context.serdes().serializer(topics.relations());
        this.registryRetry = context.registryRetry();
    }

    /**
     * Returns the records of an output.
     *
     * @param cause the record that it is written for
     * @param copies the copies of the articles
     * @param time their timestamp, milliseconds since 1970
     */
    List<Written> recordsOf(StoryOutput output, StoryFeatures cause, CarriedCopies copies, long time) {
        List<Written> records = new ArrayList<>();
        for (StoryState state : output.states()) {
            records.add(writtenRecord(StoryEvents.storyOf(state, cause, copies), time));
        }
        output.relations().forEach(relation -> records.add(writtenRecord(relation, time)));
        return records;
    }

    private Written writtenRecord(Story story, long time) {
        byte[] value = registryRetry.retryUntilAnswered(
                () -> stories.serialize(topics.stories().name(), story));
        return new Written(sinks.stories(), newRecord(story.getStoryId(), value, time));
    }

    private Written writtenRecord(ArticleRelation relation, long time) {
        byte[] value = registryRetry.retryUntilAnswered(
                () -> relations.serialize(topics.relations().name(), relation));
        return new Written(sinks.relations(), newRecord(RecordKeys.relation(relation), value, time));
    }

    private static Record<byte[], byte[]> newRecord(String key, byte[] value, long time) {
        return new Record<>(key.getBytes(UTF_8), value, time, new RecordHeaders());
    }

    @Override
    public void close() {
        stories.close();
        relations.close();
    }
}
