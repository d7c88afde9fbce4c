package dev.tidings.streams.topology.analyse;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.schemas.ArticleFormat;
import dev.tidings.schemas.Block;
import dev.tidings.schemas.BlockRole;
import dev.tidings.schemas.CharsetOrigin;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.Fingerprints;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.HeadlineOrigin;
import dev.tidings.schemas.LanguageAlternative;
import dev.tidings.schemas.Provenance;
import dev.tidings.schemas.Published;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.decode.DecodedText;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.Title;
import dev.tidings.text.fold.Fingerprint;
import dev.tidings.text.language.Identification;
import dev.tidings.text.language.LanguageCandidate;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the published event from the results of the analysis stages. */
public final class EnrichedArticles {

    private static final String MAIN = "main";
    /** Origin of a date of publication that stands in the markup. */
    static final String MARKUP = "markup";

    private static final EventDefaults<EnrichedArticle> DEFAULTS =
            new EventDefaults<>(EnrichedArticle.newBuilder().setArticleId("").build(), EnrichedArticle::new);

    private EnrichedArticles() {}

    /** Returns the event. */
    public static EnrichedArticle eventOf(ArticleEnvelope envelope) {
        AnalysisState article = envelope.article();
        EnrichedArticle event = DEFAULTS.newEvent();
        event.setArticleId(envelope.raw().getArticleId());
        event.setProvenance(provenanceOf(article));
        event.setFlags(flagsOf(envelope));
        setOrigin(event, envelope.raw(), envelope.source().position());
        event.setCanonicalUrl(article.sourceUrl().canonical().orElse(null));
        setText(event, article.text());
        setStructure(event, article.extraction());
        setLanguage(event, article.language());
        event.setFingerprints(fingerprintsOf(article.sketch()).orElse(null));
        setDocumentMetadata(event, article.extraction().documentMetadata());
        AnnotationWriter annotations = new AnnotationWriter(event);
        article.annotations().forEach(annotation -> annotation.accept(annotations));
        article.extraction()
                .documentMetadata()
                .published()
                .ifPresent(date -> event.setPublished(publicationTime(date)));
        return event;
    }

    /** What the source supplied beside the document stays. */
    private static void setDocumentMetadata(EnrichedArticle event, DocumentMetadata documentMetadata) {
        if (event.getBy().isEmpty()) {
            event.setBy(documentMetadata.byline().orElse(null));
        }
        event.setLocated(documentMetadata.located().orElse(null));
    }

    private static Published publicationTime(PublicationDate date) {
        return new Published(date.iso(), date.precision(), MARKUP, date.surface());
    }

    /** Returns what was unusual about an article, to its producer and to the analysis. */
    public static List<String> flagsOf(ArticleEnvelope envelope) {
        return Stream.concat(envelope.raw().getFlags().stream(), envelope.article().flags().stream())
                .distinct()
                .toList();
    }

    /** Returns the hash of the input; a producer may have left it out. */
    public static String contentSha256(RawArticle raw) {
        if (!raw.getContentSha256().isEmpty()) {
            return raw.getContentSha256();
        }
        byte[] payload = new byte[raw.getPayload().remaining()];
        raw.getPayload().duplicate().get(payload);
        return DeadLetters.sha256Hex(payload);
    }

    private static void setOrigin(EnrichedArticle event, RawArticle raw, Position position) {
        event.setUri(raw.getUri());
        event.setRevision(raw.getRevision());
        event.setSource(raw.getSource());
        event.setContentSha256(contentSha256(raw));
        event.setSourceTopic(position.topic());
        event.setSourcePartition(position.partition());
        event.setSourceOffset(position.offset());
        event.setSourceTimestamp(Instant.ofEpochMilli(position.timestamp()));
        event.setMediaType(raw.getMediaType());
        event.setSourceFormat(ArticleFormat.valueOf(raw.getSourceFormat().name()));
        event.setUrl(raw.getUrl().orElse(null));
        event.setBy(raw.getBy().orElse(null));
    }

    private static void setText(EnrichedArticle event, DecodedText text) {
        event.setCharset(text.charset());
        event.setCharsetOrigin(CharsetOrigin.valueOf(text.origin().name()));
        event.setCharsetConfidence(text.confidence());
        event.setReplacedChars(text.replacedChars());
    }

    private static void setStructure(EnrichedArticle event, Extraction extraction) {
        event.setText(extraction.text());
        event.setBlocks(extraction.textBlocks().stream()
                .map(textBlock -> new Block(
                        (long) textBlock.start(),
                        (long) textBlock.end(),
                        BlockRole.valueOf(textBlock.role().name()),
                        textBlock.role().isBody()))
                .toList());
        event.setHeadlines(extraction.title().stream()
                .map(title -> new Headline(MAIN, title.text()))
                .toList());
        event.setHeadlineOrigin(extraction
                .title()
                .map(Title::origin)
                .map(origin -> HeadlineOrigin.valueOf(origin.name()))
                .orElse(HeadlineOrigin.NONE));
    }

    private static void setLanguage(EnrichedArticle event, Identification language) {
        event.setLanguage(language.tag());
        event.setScript(language.script());
        event.setLanguageConfidence(language.isUndetermined() ? 0 : language.probability());
        event.setLanguageAlternatives(language.ranked().stream()
                .skip(1)
                .map(EnrichedArticles::alternativeOf)
                .toList());
    }

    private static LanguageAlternative alternativeOf(LanguageCandidate languageCandidate) {
        return new LanguageAlternative(languageCandidate.tag(), languageCandidate.probability());
    }

    private static Optional<Fingerprints> fingerprintsOf(Sketch sketch) {
        ByteBuffer shingles = ByteBuffer.wrap(sketch.shingleBytes());
        String exact = sketch.exact().map(Fingerprint::toString).orElse("");
        return exact.isEmpty() && !shingles.hasRemaining()
                ? Optional.empty()
                : Optional.of(new Fingerprints(sketch.algorithm(), exact, shingles));
    }

    private static List<Provenance> provenanceOf(AnalysisState article) {
        return article.provenance().stream()
                .map(step -> new Provenance(step.stage(), step.algorithm(), step.status()))
                .toList();
    }
}
