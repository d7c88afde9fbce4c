package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.date.DateFinder;
import dev.tidings.streams.enrich.date.DateMention;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.digest.Prose;
import dev.tidings.streams.enrich.name.FoundNames;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.extract.Block;
import dev.tidings.streams.extract.BlockRole;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Publication;
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
public final class Reading {

    /** A text this long is no article any more; what comes after is left unread. */
    private static final int MOST_UNITS = 200_000;

    private final Extraction extraction;
    private final String language;
    private final List<Block> blocks;
    private @Nullable Tokens tokens;
    private @Nullable Prose prose;

    @SuppressWarnings("NullableOptional")
    private @Nullable Optional<DateMention> published;

    private @Nullable FoundDates dates;
    private @Nullable FoundNames names;

    /** Makes it for an article in a language (BCP 47). */
    Reading(Extraction extraction, String language) {
        this.extraction = extraction;
        this.language = language;
        this.blocks = readable(extraction);
    }

    private static List<Block> readable(Extraction extraction) {
        List<Block> blocks = new ArrayList<>();
        int units = 0;
        for (Block block : extraction.blocks()) {
            boolean skipped = block.role() == BlockRole.METADATA
                    || block.role() == BlockRole.BOILERPLATE
                    || block.role() == BlockRole.DUPLICATE;
            if (!skipped && units < MOST_UNITS) {
                blocks.add(block);
                units += block.end() - block.start();
            }
        }
        return blocks;
    }

    /** Returns the language (BCP 47), or und. */
    public String language() {
        return language;
    }

    /** Returns the words of title, body and captions; each stretch is a block. */
    public Tokens tokens() {
        if (tokens == null) {
            tokens = Tokens.of(extraction.text(), spans(blocks));
        }
        return tokens;
    }

    private static List<Span> spans(List<Block> blocks) {
        List<Span> spans = new ArrayList<>(blocks.size());
        int units = 0;
        for (Block block : blocks) {
            int length = Math.min(block.end() - block.start(), MOST_UNITS - units);
            spans.add(new Span(block.start(), block.start() + length));
            units += length;
        }
        return spans;
    }

    /** Returns whether a stretch of {@link #tokens} belongs to the body. */
    public boolean isBody(int span) {
        return blocks.get(span).role().isBody();
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
    public Optional<DateMention> published() {
        if (published == null) {
            published = stated();
        }
        return published;
    }

    private Optional<DateMention> stated() {
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
        return extraction.blocks().stream()
                .filter(block -> block.role() == BlockRole.METADATA)
                .flatMap(block -> block.content(extraction.text()).lines());
    }

    private Optional<LocalDate> publishedDay() {
        return extraction
                .statements()
                .published()
                .map(Publication::day)
                .or(() -> published().flatMap(DateMention::day));
    }
}
