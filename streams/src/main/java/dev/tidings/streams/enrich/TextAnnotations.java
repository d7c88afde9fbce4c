package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.date.DateFinder;
import dev.tidings.streams.enrich.date.FoundDate;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.keyword.Prose;
import dev.tidings.streams.enrich.name.FoundNames;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that several enrichers need of one article, each made once when first asked for: its words without
 * boilerplate, its dates, its names. For one thread.
 */
public final class TextAnnotations {

    /** A text this long is no article any more; what comes after is left unread. */
    private static final int MAX_TEXT_CHARS = 200_000;

    private final Extraction extraction;
    private final String language;
    private final List<TextBlock> textBlocks;
    private @Nullable Tokens tokens;
    private @Nullable Prose prose;

    @SuppressWarnings("NullableOptional")
    private @Nullable Optional<FoundDate> published;

    private @Nullable FoundDates dates;
    private @Nullable FoundNames names;

    /** Makes the annotations of an article in a language (BCP 47). */
    TextAnnotations(Extraction extraction, String language) {
        this.extraction = extraction;
        this.language = language;
        this.textBlocks = readableBlocks(extraction);
    }

    private static List<TextBlock> readableBlocks(Extraction extraction) {
        List<TextBlock> textBlocks = new ArrayList<>();
        int units = 0;
        for (TextBlock textBlock : extraction.textBlocks()) {
            boolean skipped = textBlock.role() == TextBlockRole.METADATA
                    || textBlock.role() == TextBlockRole.BOILERPLATE
                    || textBlock.role() == TextBlockRole.DUPLICATE;
            if (!skipped && units < MAX_TEXT_CHARS) {
                textBlocks.add(textBlock);
                units += textBlock.end() - textBlock.start();
            }
        }
        return textBlocks;
    }

    /** Returns the language (BCP 47), or und. */
    public String language() {
        return language;
    }

    /** Returns the words of title, body and captions; each stretch is a block. */
    public Tokens tokens() {
        if (tokens == null) {
            tokens = Tokens.of(extraction.text(), spans(textBlocks));
        }
        return tokens;
    }

    private static List<Span> spans(List<TextBlock> textBlocks) {
        List<Span> spans = new ArrayList<>(textBlocks.size());
        int units = 0;
        for (TextBlock textBlock : textBlocks) {
            int length = Math.min(textBlock.end() - textBlock.start(), MAX_TEXT_CHARS - units);
            spans.add(new Span(textBlock.start(), textBlock.start() + length));
            units += length;
        }
        return spans;
    }

    /** Returns whether a stretch of {@link #tokens} belongs to the body. */
    public boolean isBody(int span) {
        return textBlocks.get(span).role().isBody();
    }

    /** Returns the words as sentences. */
    public Prose prose() {
        if (prose == null) {
            prose = Prose.of(tokens(), language);
        }
        return prose;
    }

    /** Returns the names. */
    public FoundNames names() {
        if (names == null) {
            names = NameFinder.findNames(tokens(), language);
        }
        return names;
    }

    /** Returns the dates. */
    public FoundDates dates() {
        if (dates == null) {
            FoundDates found = DateFinder.findDates(tokens(), language, publishedDay());
            dates = publishedDay().isEmpty() && statesImpossibleDay() ? found.withFlag(Extraction.DATE_INVALID) : found;
        }
        return dates;
    }

    /** Returns the date that a line about the article states. */
    public Optional<FoundDate> publishedDate() {
        if (published == null) {
            published = findPublishedDate();
        }
        return published;
    }

    private Optional<FoundDate> findPublishedDate() {
        return linesAboutIt()
                .flatMap(line ->
                        DateFinder.findFirstDate(line, language).stream().map(date -> date.withSurface(line.strip())))
                .findFirst();
    }

    private boolean statesImpossibleDay() {
        return linesAboutIt()
                .anyMatch(line -> !DateFinder.findDates(Tokens.of(line), language, Optional.empty())
                        .flags()
                        .isEmpty());
    }

    private Stream<String> linesAboutIt() {
        return extraction.textBlocks().stream()
                .filter(textBlock -> textBlock.role() == TextBlockRole.METADATA)
                .flatMap(textBlock -> textBlock.visibleText(extraction.text()).lines());
    }

    private Optional<LocalDate> publishedDay() {
        return extraction
                .documentMetadata()
                .published()
                .map(PublicationDate::day)
                .or(() -> publishedDate().flatMap(FoundDate::day));
    }
}
