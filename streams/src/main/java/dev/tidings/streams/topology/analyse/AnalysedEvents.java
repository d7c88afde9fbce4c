package dev.tidings.streams.topology.analyse;

import dev.tidings.schemas.Block;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.HeadlineOrigin;
import dev.tidings.schemas.Published;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.enrich.EnricherInput;
import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import dev.tidings.streams.extract.Title;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.text.language.Identification;
import dev.tidings.text.language.LanguageCandidate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads from an event again what the stages had made of the article: the inverse of {@link EnrichedArticles}. */
public final class AnalysedEvents {

    private static final int DAY_CHARS = "2021-09-29".length();

    private AnalysedEvents() {}

    /**
     * Returns the story features of an article, as the stage of today makes them.
     *
     * @param event the article as a former version has written it
     * @throws IllegalArgumentException when the event's blocks do not tile its text, or a date is none
     */
    public static EventFeatures featuresOf(EnrichedArticle event) {
        Extraction extraction = extractionOf(event);
        Identification language = new Identification(
                List.of(new LanguageCandidate(event.getLanguage(), event.getScript(), event.getLanguageConfidence())));
        return AnalysisStages.remakeFeatures(new EnricherInput(extraction, extraction.body(), language, List.of()));
    }

    private static Extraction extractionOf(EnrichedArticle event) {
        return new Extraction(
                event.getText(),
                event.getBlocks().stream().map(AnalysedEvents::blockOf).toList(),
                event.getHeadlines().stream()
                        .findFirst()
                        .map(Headline::getValue)
                        .map(title -> new Title(title, originOf(event.getHeadlineOrigin()))),
                "",
                event.getFlags(),
                metadataOf(event));
    }

    private static TextBlock blockOf(Block block) {
        TextBlockRole role = switch (block.getRole()) {
            case UNKNOWN, PARAGRAPH -> TextBlockRole.PARAGRAPH;
            case HEADLINE -> TextBlockRole.HEADLINE;
            case LEAD -> TextBlockRole.LEAD;
            case CAPTION -> TextBlockRole.CAPTION;
            case BYLINE -> TextBlockRole.BYLINE;
            case DATELINE -> TextBlockRole.DATELINE;
            case METADATA -> TextBlockRole.METADATA;
            case BOILERPLATE -> TextBlockRole.BOILERPLATE;
            case DUPLICATE -> TextBlockRole.DUPLICATE;
        };
        return new TextBlock(Math.toIntExact(block.getStart()), Math.toIntExact(block.getEnd()), role);
    }

    private static Title.Origin originOf(HeadlineOrigin origin) {
        return switch (origin) {
            case SUPPLIED -> Title.Origin.SUPPLIED;
            case MARKUP -> Title.Origin.MARKUP;
            case AFTER_METADATA -> Title.Origin.AFTER_METADATA;
            case FIRST_LINE, NONE, UNKNOWN -> Title.Origin.FIRST_LINE;
        };
    }

    /** Of what the document says about itself only the day matters here; other dates are read from its lines. */
    private static DocumentMetadata metadataOf(EnrichedArticle event) {
        Optional<PublicationDate> published = event.getPublished()
                .filter(date -> date.getOrigin().equals(EnrichedArticles.MARKUP))
                .map(AnalysedEvents::publicationDateOf);
        return new DocumentMetadata(
                Optional.empty(), Optional.empty(), published, List.of(), Optional.empty(), Optional.empty());
    }

    private static PublicationDate publicationDateOf(Published published) {
        String iso = published.getIso();
        return new PublicationDate(
                iso,
                published.getPrecision(),
                published.getSurface(),
                LocalDate.parse(iso.substring(0, Math.min(DAY_CHARS, iso.length()))));
    }
}
