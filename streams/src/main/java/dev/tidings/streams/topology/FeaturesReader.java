package dev.tidings.streams.topology;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.kafka.UndecodableException;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.Failures;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.story.EventFeatures;
import dev.tidings.streams.story.FeatureCodec;
import dev.tidings.streams.story.Membership;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Reads and checks a record of the features' topic; what cannot be grouped goes to the dead letters. */
final class FeaturesReader extends ContextualProcessor<byte[], byte[], byte[], Object> {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int LONGEST_TEXT = 8_192;

    private final Topic topic;
    private final Deserializer<StoryFeatures> deserializer;
    private final RegistryPatience patience;

    FeaturesReader(TopologyContext context) {
        this.topic = context.topics().storyFeatures();
        this.deserializer = context.serdes().deserializer(topic, StoryFeatures.class);
        this.patience = context.patience();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        SourceRecord source = SourceRecord.of(context(), record);
        GroupedInput input;
        try {
            input = checked(patience.await(() -> deserializer.deserialize(topic.name(), record.value())));
        } catch (Throwable e) {
            // An Error of the Avro reader would pass every handler of Kafka Streams and stop the stage.
            FailedRecord failed = new FailedRecord(
                    source, StoriesTopology.STORIES, Failures.of(FailureCategory.POISON, e), Optional.empty());
            context().forward(record.withValue(failed), StoriesTopology.BURY);
            return;
        }
        context().forward(record.withValue(input), StoriesTopology.GROUP);
    }

    private static GroupedInput checked(StoryFeatures event) {
        require(UUID_TEXT.matcher(event.getArticleId()).matches(), "articleId");
        require(event.getRevision() >= 1, "revision");
        long partition = event.getSourcePartition();
        require(partition >= 0 && partition <= Integer.MAX_VALUE, "sourcePartition");
        require(event.getSourceOffset() >= 0, "sourceOffset");
        require(event.getUri().length() <= LONGEST_TEXT, "uri");
        require(event.getSource().length() <= LONGEST_TEXT, "source");
        require(event.getTitle().orElse("").length() <= LONGEST_TEXT, "title");
        require(event.getLanguage().length() <= LONGEST_TEXT, "language");
        require(event.getScript().length() <= LONGEST_TEXT, "script");
        Membership.Place place = new Membership.Place(
                (int) partition,
                event.getSourceOffset(),
                event.getSourceTimestamp().toEpochMilli());
        return new GroupedInput(event, place, features(event.getFeatures()));
    }

    private static EventFeatures features(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        try {
            return FeatureCodec.read(bytes);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("malformed", "the event's " + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new UndecodableException("malformed", "the event's " + field + " is not what the desk writes");
        }
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
