package dev.tidings.app.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.duplicate.Arrival;
import dev.tidings.streams.duplicate.Decision;
import dev.tidings.streams.duplicate.Duplicates;
import dev.tidings.streams.duplicate.Holders;
import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.SketchInput;
import dev.tidings.streams.duplicate.Sketcher;
import dev.tidings.streams.duplicate.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs articles through the desk in memory, in stream order. */
public final class DuplicatesRun {

    private final Duplicates duplicates;

    /** Makes a run with nothing behind it. */
    public DuplicatesRun(Windows windows) {
        duplicates = new Duplicates(Holders.inMemory(), windows);
    }

    /**
     * An article and what was decided of it.
     *
     * @param article the article
     * @param decision the decision
     */
    public record Decided(LabelledArticle article, Decision decision) {}

    /** Returns every article with its decision. */
    public List<Decided> decide(List<LabelledArticle> articles) {
        List<Decided> decided = new ArrayList<>();
        for (LabelledArticle article : articles) {
            decided.add(new Decided(article, duplicates.decide(arrival(article, decided.size()))));
        }
        return decided;
    }

    /** Returns the identity that an article has in a run. */
    static UUID identity(LabelledArticle article) {
        return UUID.nameUUIDFromBytes(article.id().getBytes(UTF_8));
    }

    private Arrival arrival(LabelledArticle article, int offset) {
        return new Arrival(
                new Reference(0, offset),
                article.arrivalTime() * 1000,
                identity(article),
                1,
                "",
                Sketcher.sketch(new SketchInput(
                        Optional.ofNullable(article.title()), article.text(), Optional.ofNullable(article.url()))));
    }
}
