package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.change.TextChange;
import dev.tidings.streams.dedup.index.IndexedArticle;
import java.util.Optional;
import java.util.UUID;

/**
 * The match of an incoming article: the rule that holds and the earlier article it rests on, before the decision is
 * recorded.
 *
 * @param rule the rule that holds
 * @param matchedArticle the article it rests on
 * @param cluster cluster of that article; empty when there is none
 * @param lowerRevision whether a later revision of the article was there first
 * @param change what it tells that was not told before; nothing where that was not asked
 */
record DuplicateMatch(
        Rule rule,
        Optional<MatchedArticle> matchedArticle,
        Optional<UUID> cluster,
        boolean lowerRevision,
        TextChange change) {

    static DuplicateMatch of(Rule rule, IndexedArticle indexedArticle, Optional<Similarity> similarity) {
        return new DuplicateMatch(
                rule,
                Optional.of(MatchedArticle.of(indexedArticle, similarity)),
                Optional.of(indexedArticle.cluster()),
                false,
                TextChange.UNMEASURED);
    }

    static DuplicateMatch noCandidate() {
        return new DuplicateMatch(Rule.NO_CANDIDATE, Optional.empty(), Optional.empty(), false, TextChange.UNMEASURED);
    }

    /** Returns the same match with what changed, and the rule that follows from it. */
    DuplicateMatch withChange(Rule newRule, TextChange found) {
        return new DuplicateMatch(newRule, matchedArticle, cluster, lowerRevision, found);
    }
}
