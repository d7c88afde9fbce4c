package dev.tidings.streams.topology.analyse;

import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.failure.SizeGuard;
import dev.tidings.streams.story.feature.FeatureCodec;
import dev.tidings.streams.topology.GuardedProcessor;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyContext;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Serializes the enriched article and puts its bytes, with what deduplication compares articles by, into one record of
 * the unordered topic. A record that is too large goes to the dead letters.
 */
public final class AnalysedWriter extends GuardedProcessor<ArticleEnvelope> {

    private static final EventDefaults<Analysed> DEFAULTS =
            new EventDefaults<>(Analysed.newBuilder().setArticleId("").build(), Analysed::new);

    private final SizeGuard sizeGuard;
    private final Topic enriched;
    private final Topic unordered;
    private final Serializer<EnrichedArticle> articles;
    private final Serializer<Analysed> records;

    /** Makes the processor of a topology. */
    public AnalysedWriter(TopologyContext context, Route route) {
        super(route, context.registryRetry());
        this.sizeGuard = context.sizeGuard();
        this.enriched = context.topics().enriched();
        this.unordered = context.topics().unordered();
        this.articles = context.serdes().serializer(enriched);
        this.records = context.serdes().serializer(unordered);
    }

    @Override
    public void process(Record<byte[], ArticleEnvelope> record) {
        ArticleEnvelope article = record.value();
        attempt(() -> serializedBytes(article))
                .handle(
                        value -> write(record, value),
                        failure -> deadLetter(record, article.failedRecord(stage(), failure)));
    }

    private void write(Record<byte[], ArticleEnvelope> record, byte[] value) {
        ArticleEnvelope article = record.value();
        byte[] key = RecordKeys.bytes(
                RecordKeys.article(article.raw().getArticleId(), article.raw().getRevision()));
        if (!sizeGuard.fitsLimit(key, value, new RecordHeaders())) {
            deadLetter(record, article.failedRecord(stage(), sizeGuard.tooLarge(key, value, new RecordHeaders())));
            return;
        }
        int partition = article.source().position().partition();
        forward(new Record<>(key, new PartitionedValue(partition, value), record.timestamp()));
    }

    private byte[] serializedBytes(ArticleEnvelope article) {
        byte[] finished = articles.serialize(enriched.name(), EnrichedArticles.eventOf(article));
        return records.serialize(unordered.name(), analysedRecord(article, finished));
    }

    private static Analysed analysedRecord(ArticleEnvelope envelope, byte[] finished) {
        AnalysisState article = envelope.article();
        RawArticle raw = envelope.raw();
        Analysed analysed = DEFAULTS.newEvent();
        analysed.setArticleId(raw.getArticleId());
        analysed.setRevision(raw.getRevision());
        analysed.setDeadLetteredBefore(envelope.deadLetteredBefore());
        analysed.setUri(raw.getUri());
        analysed.setSource(raw.getSource());
        analysed.setContentSha256(EnrichedArticles.contentSha256(raw));
        analysed.setUrl(raw.getUrl().orElse(null));
        analysed.setCanonicalUrl(article.sourceUrl().canonical().orElse(null));
        analysed.setTitle(article.title().orElse(null));
        analysed.setLanguage(article.language().tag());
        analysed.setScript(article.language().script());
        analysed.setFlags(EnrichedArticles.flagsOf(envelope));
        analysed.setArticle(ByteBuffer.wrap(finished));
        setPosition(analysed, envelope.source().position());
        setSketch(analysed, article.sketch());
        article.features()
                .ifPresent(features -> analysed.setStoryFeatures(ByteBuffer.wrap(FeatureCodec.toBytes(features))));
        return analysed;
    }

    static void setPosition(Analysed analysed, Position position) {
        analysed.setSourceTopic(position.topic());
        analysed.setSourcePartition(position.partition());
        analysed.setSourceOffset(position.offset());
        analysed.setSourceTimestamp(Instant.ofEpochMilli(position.timestamp()));
    }

    private static void setSketch(Analysed analysed, Sketch sketch) {
        analysed.setAlgorithm(sketch.algorithm());
        analysed.setExact(ByteBuffer.wrap(sketch.exactBytes()));
        analysed.setSketch(ByteBuffer.wrap(sketch.shingleBytes()));
        analysed.setSentences(ByteBuffer.wrap(sketch.sentenceBytes()));
        analysed.setKeys(ByteBuffer.wrap(sketch.keyBytes()));
        analysed.setUrlKey(sketch.urlKey().isPresent() ? sketch.urlKey().getAsLong() : null);
    }

    @Override
    public void close() {
        articles.close();
        records.close();
    }
}
