package dev.tidings.streams.topology.stories;

import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.FeatureCodec;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.Place;
import dev.tidings.streams.topology.EventProcessor;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyContext;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Deserializes and checks the features of an article; a record that cannot be grouped goes to the dead letters. */
public final class StoryFeaturesProcessor extends EventProcessor<StoryFeatures, GroupedInput> {

    /** Longest text that is copied into stories and relations, in UTF-16 units. */
    private static final int MAX_TEXT = 8_192;

    /** Makes the processor of a topology. */
    public StoryFeaturesProcessor(TopologyContext context, Route route, ResumePoint resumePoint) {
        super(context, context.topics().storyFeatures(), StoryFeatures.class, route, Optional.empty(), resumePoint);
    }

    @Override
    protected GroupedInput checkedEvent(SourceRecord source, StoryFeatures event) {
        requireField(ArticleId.isWellFormed(event.getArticleId()), "articleId");
        requireField(event.getRevision() >= 1, "revision");
        long partition = event.getSourcePartition();
        requireField(partition >= 0 && partition <= Integer.MAX_VALUE, "sourcePartition");
        requireField(event.getSourceOffset() >= 0, "sourceOffset");
        requireField(event.getUri().length() <= MAX_TEXT, "uri");
        requireField(event.getSource().length() <= MAX_TEXT, "source");
        requireField(event.getTitle().orElse("").length() <= MAX_TEXT, "title");
        requireField(event.getLanguage().length() <= MAX_TEXT, "language");
        requireField(event.getScript().length() <= MAX_TEXT, "script");
        Optional<String> original = event.getCopyOf();
        requireField(original.isEmpty() || ArticleId.isWellFormed(original.get()), "copyOf");
        return new GroupedInput(
                event,
                detailsOf(event),
                original.isPresent() ? Optional.empty() : Optional.of(decodedFeatures(event.getFeatures())));
    }

    private static ArticleDetails detailsOf(StoryFeatures event) {
        return new ArticleDetails(
                event.getArticleId(),
                event.getRevision(),
                event.getUri(),
                event.getSource(),
                event.getTitle(),
                event.getLanguage(),
                event.getScript(),
                new Place(
                        (int) event.getSourcePartition(),
                        event.getSourceOffset(),
                        event.getSourceTimestamp().toEpochMilli()),
                event.getDecision());
    }

    private static EventFeatures decodedFeatures(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        try {
            return FeatureCodec.fromBytes(bytes);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("malformed", "the event's " + e.getMessage(), e);
        }
    }

    private static void requireField(boolean holds, String field) {
        if (!holds) {
            throw new UndecodableException("malformed", "the event's " + field + " is not what deduplication writes");
        }
    }
}
