package dev.tidings.streams.topology.dedup;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.TopologyContext;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes the output of a decided article: the bytes of the enriched article unchanged unless it is a suppressed copy,
 * the relation to its match, and the story features of what is published. All are smaller than the record they came in,
 * whose size has been checked. The features of a record that only warms the state are sent too, since they warm the
 * state of the stories.
 */
public final class VerdictRouter extends ContextualProcessor<byte[], DecidedArticle, byte[], byte[]> {

    private final Topic relations;
    private final Topic storyFeatures;
    private final Serializer<ArticleRelation> relationSerializer;
    private final Serializer<StoryFeatures> featureSerializer;
    private final RegistryRetry registryRetry;
    private final ReplayRange replayRange;
    private final Sinks sinks;

    /**
     * The names of the sinks.
     *
     * @param enriched sink of published articles
     * @param relations sink of relations
     * @param storyFeatures sink of what the story stage reads
     */
    public record Sinks(String enriched, String relations, String storyFeatures) {}

    /** Makes the processor of a topology. */
    public VerdictRouter(TopologyContext context, Sinks sinks) {
        this.sinks = sinks;
        this.relations = context.topics().relations();
        this.storyFeatures = context.topics().storyFeatures();
        this.relationSerializer = context.serdes().serializer(relations);
        this.featureSerializer = context.serdes().serializer(storyFeatures);
        this.registryRetry = context.registryRetry();
        this.replayRange = context.replayRange();
    }

    @Override
    public void process(Record<byte[], DecidedArticle> record) {
        DecidedArticle decided = record.value();
        SourcePosition sourcePosition = decided.article().incomingArticle().sourcePosition();
        if (replayRange.writesOutput(sourcePosition.partition(), sourcePosition.offset())) {
            writeOutputs(record);
        }
        StoryFeatureRecords.recordOf(decided).ifPresent(features -> forwardFeatures(record, features));
    }

    private void writeOutputs(Record<byte[], DecidedArticle> record) {
        DecidedArticle decided = record.value();
        if (!decided.withheld()) {
            publishEvent(record, bytesOf(decided.article().analysed().getArticle()));
        }
        ArticleRelations.relationOf(decided).ifPresent(relation -> writeRelation(record, relation));
    }

    private void publishEvent(Record<byte[], DecidedArticle> record, byte[] article) {
        Headers headers = DecisionHeaders.of(record.value());
        context()
                .forward(
                        new Record<>(articleKey(record.value()), article, record.timestamp(), headers),
                        sinks.enriched());
    }

    private void writeRelation(Record<byte[], DecidedArticle> record, ArticleRelation relation) {
        byte[] value = registryRetry.retryUntilAnswered(() -> relationSerializer.serialize(relations.name(), relation));
        forwardTo(record, RecordKeys.bytes(RecordKeys.relation(relation)), value, sinks.relations());
    }

    private void forwardFeatures(Record<byte[], DecidedArticle> record, StoryFeatures features) {
        byte[] value =
                registryRetry.retryUntilAnswered(() -> featureSerializer.serialize(storyFeatures.name(), features));
        forwardTo(record, RecordKeys.bytes(features.getArticleId()), value, sinks.storyFeatures());
    }

    private void forwardTo(Record<byte[], DecidedArticle> record, byte[] key, byte[] value, String sink) {
        context().forward(new Record<>(key, value, record.timestamp(), new RecordHeaders()), sink);
    }

    private static byte[] articleKey(DecidedArticle decided) {
        Analysed article = decided.article().analysed();
        return RecordKeys.bytes(RecordKeys.article(article.getArticleId(), article.getRevision()));
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        relationSerializer.close();
        featureSerializer.close();
    }
}
