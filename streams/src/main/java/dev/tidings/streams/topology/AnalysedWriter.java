package dev.tidings.streams.topology;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import dev.tidings.schemas.kafka.DeadLetters.Position;
import dev.tidings.streams.analyse.AnalysedArticle;
import dev.tidings.streams.duplicate.Sketch;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.Failures;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.failure.SizeGuard;
import dev.tidings.streams.story.FeatureCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Finishes the event's bytes once and hands them to the desk with what it decides by; what is too large is buried. */
final class AnalysedWriter extends ContextualProcessor<byte[], InFlight<AnalysedArticle>, byte[], Object> {

    private static final EventDefaults<Analysed> DEFAULTS =
            new EventDefaults<>(Analysed.newBuilder().setArticleId("").build(), Analysed::new);

    private final Topic enriched;
    private final Topic desk;
    private final Serializer<EnrichedArticle> articles;
    private final Serializer<Analysed> records;
    private final RegistryPatience patience;

    AnalysedWriter(TopologyContext context) {
        this.enriched = context.topics().enriched();
        this.desk = context.topics().desk();
        this.articles = context.serdes().serializer(enriched);
        this.records = context.serdes().serializer(desk);
        this.patience = context.patience();
    }

    @Override
    public void process(Record<byte[], InFlight<AnalysedArticle>> record) {
        InFlight<AnalysedArticle> article = record.value();
        byte[] key = RecordKeys.bytes(
                RecordKeys.article(article.raw().getArticleId(), article.raw().getRevision()));
        byte[] value;
        try {
            value = bytes(article);
        } catch (Throwable e) {
            bury(record, Failures.of(FailureCategory.ENRICH, e));
            return;
        }
        if (!SizeGuard.fits(key, value, new RecordHeaders())) {
            bury(record, SizeGuard.tooLarge(key, value, new RecordHeaders()));
            return;
        }
        Placed placed = new Placed(article.source().position().partition(), value);
        context().forward(new Record<>(key, (Object) placed, record.timestamp()), AnalyseTopology.DESK);
    }

    private void bury(Record<byte[], InFlight<AnalysedArticle>> record, Failure failure) {
        FailedRecord failed = record.value().failed(AnalyseTopology.ENRICH, failure);
        context().forward(record.withValue(failed), AnalyseTopology.BURY);
    }

    private byte[] bytes(InFlight<AnalysedArticle> article) {
        EnrichedArticle event = EnrichedArticles.event(article);
        byte[] finished = patience.await(() -> articles.serialize(enriched.name(), event));
        Analysed analysed = analysed(article, finished);
        return patience.await(() -> records.serialize(desk.name(), analysed));
    }

    private static Analysed analysed(InFlight<AnalysedArticle> inFlight, byte[] finished) {
        AnalysedArticle article = inFlight.article();
        RawArticle raw = inFlight.raw();
        Analysed analysed = DEFAULTS.event();
        analysed.setArticleId(raw.getArticleId());
        analysed.setRevision(raw.getRevision());
        analysed.setUri(raw.getUri());
        analysed.setSource(raw.getSource());
        analysed.setContentSha256(EnrichedArticles.contentSha256(raw));
        analysed.setUrl(raw.getUrl().orElse(null));
        analysed.setCanonicalUrl(article.address().canonical().orElse(null));
        analysed.setTitle(article.title().orElse(null));
        analysed.setLanguage(article.language().tag());
        analysed.setScript(article.language().script());
        analysed.setFlags(EnrichedArticles.flags(inFlight));
        analysed.setArticle(ByteBuffer.wrap(finished));
        setPosition(analysed, inFlight.source().position());
        setSketch(analysed, article.sketch());
        article.features()
                .ifPresent(features -> analysed.setStoryFeatures(ByteBuffer.wrap(FeatureCodec.write(features))));
        return analysed;
    }

    private static void setPosition(Analysed analysed, Position position) {
        analysed.setSourceTopic(position.topic());
        analysed.setSourcePartition(position.partition());
        analysed.setSourceOffset(position.offset());
        analysed.setSourceTimestamp(Instant.ofEpochMilli(position.timestamp()));
    }

    private static void setSketch(Analysed analysed, Sketch sketch) {
        analysed.setAlgorithm(sketch.algorithm());
        analysed.setExact(ByteBuffer.wrap(sketch.exactBytes()));
        analysed.setSketch(ByteBuffer.wrap(sketch.shingleBytes()));
        analysed.setKeys(ByteBuffer.wrap(sketch.keyBytes()));
        analysed.setUrlKey(sketch.urlKey().isPresent() ? sketch.urlKey().getAsLong() : null);
    }

    @Override
    public void close() {
        articles.close();
        records.close();
    }
}
