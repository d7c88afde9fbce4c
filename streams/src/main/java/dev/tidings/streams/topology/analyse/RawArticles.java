package dev.tidings.streams.topology.analyse;

import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.ArticleInput;
import dev.tidings.streams.analyse.SuppliedMetadata;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.enrich.Credit;
import dev.tidings.text.vocabulary.CustomMapping;
import java.util.Optional;

/** Turns raw events into the input of the analysis stages. */
public final class RawArticles {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private RawArticles() {}

    /**
     * Returns the state of an article that no stage has processed yet.
     *
     * @param time time of the raw record, milliseconds since 1970
     */
    public static AnalysisState state(RawArticle raw, long time) {
        return new AnalysisState(inputOf(raw), raw.getRevision(), time);
    }

    private static ArticleInput inputOf(RawArticle raw) {
        SuppliedMetadata suppliedMetadata = new SuppliedMetadata(
                raw.getTitle(),
                raw.getUrl(),
                raw.getCanonicalUrl(),
                raw.getLanguage(),
                raw.getPublishedRaw(),
                byline(raw),
                raw.getInfoSources().stream()
                        .map(source -> new Credit(source.getName(), source.getRole()))
                        .toList());
        return new ArticleInput(
                new Payload(raw.getPayload(), raw.getDeclaredCharset()),
                mediaType(raw),
                suppliedMetadata,
                mapping(raw));
    }

    private static Optional<String> mapping(RawArticle raw) {
        return Optional.ofNullable(raw.getAttributes().get(CustomMapping.ATTRIBUTE));
    }

    private static Optional<String> byline(RawArticle raw) {
        return raw.getAuthors().isEmpty() ? raw.getBy() : Optional.of(String.join(", ", raw.getAuthors()));
    }

    private static String mediaType(RawArticle raw) {
        return raw.getMediaType().equals(UNKNOWN_TYPE)
                ? ofFormat(raw.getSourceFormat()).orElse(UNKNOWN_TYPE)
                : raw.getMediaType();
    }

    /** Formats of single articles; the others are containers, of which single articles are published. */
    private static Optional<String> ofFormat(SourceFormat format) {
        return switch (format) {
            case TEXT -> Optional.of("text/plain");
            case HTML -> Optional.of("text/html");
            case NITF -> Optional.of("application/nitf+xml");
            case NINJS -> Optional.of("application/ninjs+json");
            case NEWSML_G2 -> Optional.of("application/vnd.iptc.g2.newsitem+xml");
            case UNKNOWN, JSON, JSONL, WARC, RSS, ATOM -> Optional.empty();
        };
    }
}
