package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.change.TextChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The decision of deduplication on one article.
 *
 * @param ordinal number of the decision, dense from 0
 * @param rule the rule that gave the verdict
 * @param cluster cluster of copies: the id of its first member
 * @param matchedArticle the article the verdict rests on, for NEW the nearest miss; empty when there was nothing to
 *     compare with
 * @param change what it tells that was not told before; nothing where that was not asked
 * @param late whether it was older than the window when it came, or an older revision than one already seen
 * @param flags {@code late}, {@code republished}, {@code ahead}, or none
 */
public record Decision(
        long ordinal,
        Rule rule,
        UUID cluster,
        Optional<MatchedArticle> matchedArticle,
        TextChange change,
        boolean late,
        List<String> flags) {

    /** Flag of an article that came too late to be compared with its time, or after a later revision. */
    public static final String LATE = "late";
    /** Flag of a record that repeats another one of the log. */
    public static final String REPUBLISHED = "republished";

    /** Flag of an article that came more than a day after all before it, by the times of the raw topic. */
    public static final String AHEAD = "ahead";

    /** Freezes the list. */
    public Decision {
        flags = List.copyOf(flags);
    }

    /** Returns the verdict. */
    public Verdict verdict() {
        return rule.verdict();
    }

    /** Returns whether the words are those of the match and only numbers are not. */
    public boolean numbersChanged() {
        return matchedArticle
                .flatMap(MatchedArticle::similarity)
                .map(Similarity::numbersChanged)
                .orElse(false);
    }
}
