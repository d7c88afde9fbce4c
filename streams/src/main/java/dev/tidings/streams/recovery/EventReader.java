package dev.tidings.streams.recovery;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads from the records of each topic which raw record they go back to. A record that is none of ours says nothing and
 * is passed over. For one thread.
 */
final class EventReader implements AutoCloseable {

    private static final Set<RelationKind> STORY_KINDS = Set.of(RelationKind.SAME_STORY, RelationKind.UNLINKED);
    private static final long NOT_NUMBERED = -1;

    private final Topics topics;
    private final AvroSerdes serdes;
    private final Map<String, Deserializer<? extends SpecificRecord>> deserializers = new HashMap<>();

    EventReader(Topics topics, AvroSerdes serdes) {
        this.topics = topics;
        this.serdes = serdes;
    }

    /** Returns what a raw record is by itself. */
    Optional<RawReference> readRaw(ConsumerRecord<byte[], byte[]> record) {
        return readEvent(topics.raw(), RawArticle.class, record)
                .map(raw ->
                        new RawReference(raw.getArticleId(), record.partition(), record.offset(), record.timestamp()));
    }

    Optional<RawReference> readAnalysed(ConsumerRecord<byte[], byte[]> record) {
        return readEvent(topics.analysed(), Analysed.class, record)
                .map(event -> new RawReference(
                        event.getArticleId(),
                        (int) event.getSourcePartition(),
                        event.getSourceOffset(),
                        event.getSourceTimestamp().toEpochMilli()));
    }

    Optional<RawReference> readFeatures(ConsumerRecord<byte[], byte[]> record) {
        return readEvent(topics.storyFeatures(), StoryFeatures.class, record)
                .map(event -> new RawReference(
                        event.getArticleId(),
                        (int) event.getSourcePartition(),
                        event.getSourceOffset(),
                        event.getSourceTimestamp().toEpochMilli()));
    }

    /** Returns the decision that an enriched record is the output of. */
    Optional<PublishedOutput> readEnriched(ConsumerRecord<byte[], byte[]> record) {
        OptionalLong ordinal = readNumber(record, EventHeaders.DECISION);
        if (ordinal.isEmpty()) {
            return Optional.empty();
        }
        return readEvent(topics.enriched(), EnrichedArticle.class, record)
                .map(event -> new PublishedOutput(
                        ordinal.getAsLong(),
                        new RawReference(
                                event.getArticleId(),
                                (int) event.getSourcePartition(),
                                event.getSourceOffset(),
                                event.getSourceTimestamp().toEpochMilli()),
                        record.timestamp()));
    }

    /** Returns the decision that a relation is the output of; empty for one that the story stage wrote. */
    Optional<PublishedOutput> readRelation(ConsumerRecord<byte[], byte[]> record) {
        return readEvent(topics.relations(), ArticleRelation.class, record)
                .filter(relation -> !STORY_KINDS.contains(relation.getKind()) && relation.getDecision() >= 0)
                .map(relation -> new PublishedOutput(
                        relation.getDecision(),
                        new RawReference(
                                relation.getArticleId(),
                                (int) relation.getSourcePartition(),
                                relation.getSourceOffset(),
                                relation.getSourceTimestamp().toEpochMilli()),
                        record.timestamp()));
    }

    /** Returns the article that brought a story into the state of a record. */
    Optional<PublishedOutput> readStory(ConsumerRecord<byte[], byte[]> record) {
        return readEvent(topics.stories(), Story.class, record)
                .map(story -> new PublishedOutput(
                        NOT_NUMBERED,
                        new RawReference(
                                story.getStoryId(),
                                (int) story.getSourcePartition(),
                                story.getSourceOffset(),
                                story.getSourceTimestamp().toEpochMilli()),
                        record.timestamp()));
    }

    /** Returns the state of a story. */
    Optional<Story> readStoryEvent(ConsumerRecord<byte[], byte[]> record) {
        return readEvent(topics.stories(), Story.class, record);
    }

    /** Returns what analyse made of an article. */
    Optional<Analysed> readAnalysedEvent(ConsumerRecord<byte[], byte[]> record) {
        return readEvent(topics.analysed(), Analysed.class, record);
    }

    /** Returns the event in what analyse made of an article. */
    Optional<EnrichedArticle> readArticle(Analysed analysed) {
        byte[] bytes = new byte[analysed.getArticle().remaining()];
        analysed.getArticle().duplicate().get(bytes);
        return readEvent(topics.enriched(), EnrichedArticle.class, bytes);
    }

    private <T extends SpecificRecord> Optional<T> readEvent(
            Topic topic, Class<T> type, ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? Optional.empty() : readEvent(topic, type, record.value());
    }

    private <T extends SpecificRecord> Optional<T> readEvent(Topic topic, Class<T> type, byte[] value) {
        Deserializer<? extends SpecificRecord> deserializer =
                deserializers.computeIfAbsent(topic.name(), name -> serdes.deserializer(topic, type));
        try {
            return Optional.of(type.cast(deserializer.deserialize(topic.name(), value)));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    private static OptionalLong readNumber(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        deserializers.values().forEach(Deserializer::close);
    }
}
