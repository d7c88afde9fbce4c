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
 * What several enrichers need of one article, each read once when first asked for: its words without boilerplate, its
 * dates, its names. For one thread.
 */
public final class TextAnnotations {

    /** A text this long is no article any more; what comes after is left unread. */
    private static final int MOST_UNITS = 200_000;

    private final Extraction extraction;
    private final String language;
    private final List<TextBlock> textBlocks;
    private @Nullable Tokens tokens;
    private @Nullable Prose prose;

    @SuppressWarnings("NullableOptional")
    private @Nullable Optional<FoundDate> published;

    private @Nullable FoundDates dates;
    private @Nullable FoundNames names;

    /** Makes it for an article in a language (BCP 47). */
    TextAnnotations(Extraction extraction, String language) {
        this.extraction = extraction;
        this.language = language;
        this.textBlocks = readable(extraction);
    }

    private static List<TextBlock> readable(Extraction extraction) {
        List<TextBlock> textBlocks = new ArrayList<>();
        int units = 0;
        for (TextBlock textBlock : extraction.textBlocks()) {
            boolean skipped = textBlock.role() == TextBlockRole.METADATA
                    || textBlock.role() == TextBlockRole.BOILERPLATE
                    || textBlock.role() == TextBlockRole.DUPLICATE;
            if (!skipped && units < MOST_UNITS) {
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
            int length = Math.min(textBlock.end() - textBlock.start(), MOST_UNITS - units);
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
            names = NameFinder.find(tokens(), language);
        }
        return names;
    }

    /** Returns the dates. */
    public FoundDates dates() {
        if (dates == null) {
            FoundDates found = DateFinder.find(tokens(), language, publishedDay());
            dates = publishedDay().isEmpty() && statesImpossibleDay() ? found.with(Extraction.DATE_INVALID) : found;
        }
        return dates;
    }

    /** Returns the date that a line about the article states. */
    public Optional<FoundDate> published() {
        if (published == null) {
            published = stated();
        }
        return published;
    }

    private Optional<FoundDate> stated() {
        return linesAboutIt()
                .flatMap(line -> DateFinder.first(line, language).stream().map(date -> date.withSurface(line.strip())))
                .findFirst();
    }

    private boolean statesImpossibleDay() {
        return linesAboutIt()
                .anyMatch(line -> !DateFinder.find(Tokens.of(line), language, Optional.empty())
                        .flags()
                        .isEmpty());
    }

    private Stream<String> linesAboutIt() {
        return extraction.textBlocks().stream()
                .filter(textBlock -> textBlock.role() == TextBlockRole.METADATA)
                .flatMap(textBlock -> textBlock.content(extraction.text()).lines());
    }

    private Optional<LocalDate> publishedDay() {
        return extraction
                .documentMetadata()
                .published()
                .map(PublicationDate::day)
                .or(() -> published().flatMap(FoundDate::day));
    }
}
