package dev.tidings.app.eval.duplicates;

import dev.tidings.app.eval.duplicates.DuplicatesRun.Decided;
import dev.tidings.streams.dedup.match.MatchedArticle;
import dev.tidings.streams.dedup.match.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article that joined the cluster of an earlier one, for reading.
 *
 * @param id the article
 * @param title its title, or its first words
 * @param verdict what it is to the other
 * @param rule why
 * @param jaccard Jaccard similarity of the texts, 0 to 1; null when it was not measured
 * @param containment share of the shorter text in the longer, 0 to 1; null when it was not measured
 * @param change what it tells that was not told before, as codes with commas between; empty for a copy
 * @param newShare share of its words that are new, 0 to 1; null when it was not measured
 * @param oldNumbers numbers of the earlier article that are no longer stated
 * @param newNumbers numbers that were not stated before
 * @param oldNames names that the earlier article repeats most and this one does not
 * @param newNames names that were not repeated before
 * @param relatedId the earlier article
 * @param relatedTitle its title, or its first words
 */
public record FoundMerge(
        String id,
        String title,
        String verdict,
        String rule,
        @Nullable Double jaccard,
        @Nullable Double containment,
        String change,
        @Nullable Double newShare,
        List<String> oldNumbers,
        List<String> newNumbers,
        List<String> oldNames,
        List<String> newNames,
        String relatedId,
        String relatedTitle) {

    private static final int FIRST_WORDS = 60;

    /** Returns the merges of a run, in stream order. */
    public static List<FoundMerge> mergesIn(List<Decided> run) {
        Map<UUID, LabelledArticle> byId = new HashMap<>();
        List<FoundMerge> foundMerges = new ArrayList<>();
        for (Decided decided : run) {
            byId.put(DuplicatesRun.articleIdOf(decided.article()), decided.article());
            if (decided.decision().verdict().joinsCluster()) {
                decided.decision()
                        .matchedArticle()
                        .ifPresent(matchedArticle -> foundMerges.add(mergeOf(
                                decided,
                                matchedArticle,
                                Objects.requireNonNull(byId.get(matchedArticle.articleId()), "came before"))));
            }
        }
        return foundMerges;
    }

    private static FoundMerge mergeOf(Decided decided, MatchedArticle matchedArticle, LabelledArticle related) {
        return new FoundMerge(
                decided.article().id(),
                titleOf(decided.article()),
                decided.decision().verdict().name(),
                decided.decision().rule().publishedCode(),
                matchedArticle.similarity().map(Similarity::jaccard).orElse(null),
                matchedArticle.similarity().map(Similarity::containment).orElse(null),
                decided.decision().change().publishedCodes(),
                decided.decision().change().isMeasured()
                        ? decided.decision().change().newShare()
                        : null,
                decided.decision().change().numbersBefore(),
                decided.decision().change().numbersAfter(),
                decided.decision().change().namesBefore(),
                decided.decision().change().namesAfter(),
                related.id(),
                titleOf(related));
    }

    private static String titleOf(LabelledArticle article) {
        String given = article.title();
        String text = given == null || given.isBlank() ? article.text().strip() : given;
        String line = text.lines().findFirst().orElse("");
        return line.length() <= FIRST_WORDS ? line : line.substring(0, FIRST_WORDS) + "…";
    }
}
