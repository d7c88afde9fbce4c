package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.change.TextChange;
import dev.tidings.streams.dedup.index.ArticleRevisions;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import java.util.Optional;

/** Matches an incoming article with the earlier revisions of itself. Changes nothing. */
final class RevisionMatcher {

    private final DuplicateIndex duplicateIndex;

    RevisionMatcher(DuplicateIndex duplicateIndex) {
        this.duplicateIndex = duplicateIndex;
    }

    /** Returns the match with an earlier revision; empty when nothing of the article has been published before. */
    Optional<DuplicateMatch> matchRevisions(IncomingArticle incomingArticle) {
        Optional<ArticleRevisions> known = duplicateIndex.findRevisions(incomingArticle.articleId());
        Optional<ArticleRevisions> articleRevisions = known.filter(ArticleRevisions::isAnyDecided);
        if (articleRevisions.isEmpty()) {
            boolean first = ArticleRevisions.followsDeadLetters(
                    known, incomingArticle.revision(), incomingArticle.deadLetteredBefore());
            return first ? Optional.empty() : Optional.of(afterUnknown(incomingArticle));
        }
        return articleRevisions
                .flatMap(all -> all.findSame(incomingArticle.revision(), incomingArticle.contentSha256()))
                .map(seen -> matchRevision(Rule.REPUBLISHED, incomingArticle, seen))
                .or(() -> articleRevisions.map(all -> matchRevision(Rule.SAME_ID, incomingArticle, all.current())));
    }

    /**
     * Returns the match of a later revision whose earlier ones are not in the index: a subscriber that has an earlier
     * one must learn of this one all the same.
     */
    private static DuplicateMatch afterUnknown(IncomingArticle incomingArticle) {
        long revision = Math.max(1, incomingArticle.revision() - 1 - incomingArticle.deadLetteredBefore());
        return toEarlierRevision(Rule.SAME_ID, incomingArticle, revision);
    }

    /** Returns the match of an article of which every earlier revision was a dead letter, the last one in evidence. */
    static DuplicateMatch afterDeadLetter(IncomingArticle incomingArticle) {
        return toEarlierRevision(Rule.AFTER_DEAD_LETTER, incomingArticle, incomingArticle.revision() - 1);
    }

    private static DuplicateMatch toEarlierRevision(Rule rule, IncomingArticle incomingArticle, long revision) {
        MatchedArticle earlier =
                new MatchedArticle(incomingArticle.articleId(), revision, Optional.empty(), Optional.empty());
        return new DuplicateMatch(rule, Optional.of(earlier), Optional.empty(), false, TextChange.UNMEASURED);
    }

    private DuplicateMatch matchRevision(Rule rule, IncomingArticle incomingArticle, ArticleRevisions.Seen seen) {
        Optional<Similarity> similarity = duplicateIndex
                .findArticle(seen.sourcePosition())
                .flatMap(indexedArticle -> DuplicateMatcher.similarity(incomingArticle, indexedArticle));
        MatchedArticle matchedArticle = new MatchedArticle(
                incomingArticle.articleId(), seen.revision(), Optional.of(seen.sourcePosition()), similarity);
        boolean lower = rule == Rule.SAME_ID && incomingArticle.revision() < seen.revision();
        return new DuplicateMatch(rule, Optional.of(matchedArticle), seen.cluster(), lower, TextChange.UNMEASURED);
    }
}
