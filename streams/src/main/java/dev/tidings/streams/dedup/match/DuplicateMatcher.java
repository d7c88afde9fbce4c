package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.ArticleRevisions;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.sketch.ShingleSketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies the rules in order: identity, address, equal text, similar text. Changes nothing. */
final class DuplicateMatcher {

    private static final Comparator<Compared> BEST_FIRST = Comparator.comparing(Compared::rule)
            .thenComparing(compared -> -compared.similarity().score())
            .thenComparing(compared -> compared.indexedArticle().time())
            .thenComparing(compared -> compared.indexedArticle().sourcePosition());

    private final DuplicateIndex duplicateIndex;
    private final CandidateFinder candidateFinder;

    DuplicateMatcher(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.candidateFinder = new CandidateFinder(duplicateIndex, dedupWindows);
    }

    /** A candidate, what it shares with the arrival, and the rule that holds between them. */
    private record Compared(IndexedArticle indexedArticle, Similarity similarity, Rule rule) {

        ShingleSketch text() {
            return indexedArticle.shingles().orElseThrow();
        }

        Compared related() {
            return new Compared(indexedArticle, similarity, Rule.RELATED_TEXT);
        }
    }

    DuplicateMatch judge(IncomingArticle incomingArticle) {
        return byIdentity(incomingArticle)
                .or(() -> byUrl(incomingArticle))
                .or(() -> byFingerprint(incomingArticle))
                .orElseGet(() -> byText(incomingArticle));
    }

    private Optional<DuplicateMatch> byIdentity(IncomingArticle incomingArticle) {
        Optional<ArticleRevisions> articleRevisions = duplicateIndex.revisions(incomingArticle.articleId());
        if (articleRevisions.isEmpty()) {
            return incomingArticle.revision() > 1 ? Optional.of(afterUnknown(incomingArticle)) : Optional.empty();
        }
        return articleRevisions
                .flatMap(known -> known.same(incomingArticle.revision(), incomingArticle.contentSha256()))
                .map(seen -> finding(Rule.REPUBLISHED, incomingArticle, seen))
                .or(() -> articleRevisions.map(known -> finding(Rule.SAME_ID, incomingArticle, known.current())));
    }

    /** Whoever has the earlier revision must learn of this one, though the desk has forgotten it or never saw it. */
    private static DuplicateMatch afterUnknown(IncomingArticle incomingArticle) {
        MatchedArticle previous = new MatchedArticle(
                incomingArticle.articleId(), incomingArticle.revision() - 1, Optional.empty(), Optional.empty());
        return new DuplicateMatch(Rule.SAME_ID, Optional.of(previous), Optional.empty(), false);
    }

    private DuplicateMatch finding(Rule rule, IncomingArticle incomingArticle, ArticleRevisions.Seen seen) {
        Optional<Similarity> similarity = duplicateIndex
                .holder(seen.sourcePosition())
                .flatMap(indexedArticle -> similarity(incomingArticle, indexedArticle));
        MatchedArticle matchedArticle = new MatchedArticle(
                incomingArticle.articleId(), seen.revision(), Optional.of(seen.sourcePosition()), similarity);
        boolean lower = rule == Rule.SAME_ID && incomingArticle.revision() < seen.revision();
        return new DuplicateMatch(rule, Optional.of(matchedArticle), Optional.of(seen.cluster()), lower);
    }

    private Optional<DuplicateMatch> byUrl(IncomingArticle incomingArticle) {
        return candidateFinder
                .sameUrl(incomingArticle)
                .flatMap(indexedArticle -> atSameUrl(incomingArticle, indexedArticle));
    }

    private Optional<DuplicateMatch> atSameUrl(IncomingArticle incomingArticle, IndexedArticle indexedArticle) {
        Optional<Similarity> similarity = similarity(incomingArticle, indexedArticle);
        if (incomingArticle.sketch().exact().isPresent()
                && incomingArticle.sketch().exact().equals(indexedArticle.exact())) {
            return Optional.of(DuplicateMatch.of(Rule.EXACT_FINGERPRINT, indexedArticle, similarity));
        }
        boolean reused = similarity.isPresent()
                && TextRules.reused(
                        incomingArticle.sketch().shingles().orElseThrow(),
                        indexedArticle.shingles().orElseThrow(),
                        similarity.get());
        return reused ? Optional.empty() : Optional.of(DuplicateMatch.of(Rule.SAME_URL, indexedArticle, similarity));
    }

    private Optional<DuplicateMatch> byFingerprint(IncomingArticle incomingArticle) {
        return candidateFinder.exact(incomingArticle).stream()
                .min(Comparator.comparingLong(IndexedArticle::time).thenComparing(IndexedArticle::sourcePosition))
                .map(indexedArticle -> DuplicateMatch.of(
                        Rule.EXACT_FINGERPRINT, indexedArticle, similarity(incomingArticle, indexedArticle)));
    }

    private DuplicateMatch byText(IncomingArticle incomingArticle) {
        List<Compared> bestFirst = candidateFinder.similar(incomingArticle).stream()
                .flatMap(indexedArticle -> compared(incomingArticle, indexedArticle).stream())
                .sorted(BEST_FIRST)
                .toList();
        return best(incomingArticle, bestFirst)
                .map(best -> DuplicateMatch.of(best.rule(), best.indexedArticle(), Optional.of(best.similarity())))
                .orElseGet(DuplicateMatch::nothing);
    }

    /** Looks no further than to the first that holds, since most copies are found with many others. */
    private static Optional<Compared> best(IncomingArticle incomingArticle, List<Compared> bestFirst) {
        List<Compared> judged = new ArrayList<>();
        for (Compared next : bestFirst) {
            boolean holds = !framed(incomingArticle, next, bestFirst);
            judged.add(holds ? next : next.related());
            if (holds) {
                break;
            }
        }
        return judged.stream().min(BEST_FIRST);
    }

    /** One title vouches for its texts; of others, whatever else was found may show that they share a frame and no more. */
    private static boolean framed(IncomingArticle incomingArticle, Compared compared, List<Compared> all) {
        boolean doubtful = compared.rule().verdict().joinsCluster()
                && compared.similarity().titleAgreement() != TitleAgreement.SAME;
        return doubtful
                && all.stream()
                        .filter(third -> !third.equals(compared))
                        .anyMatch(third -> TemplateOverlap.shownBy(
                                third.text(),
                                incomingArticle.sketch().shingles().orElseThrow(),
                                compared.text(),
                                compared.similarity()));
    }

    private static Optional<Compared> compared(IncomingArticle incomingArticle, IndexedArticle indexedArticle) {
        return similarity(incomingArticle, indexedArticle).map(similarity -> {
            Rule rule = TextRules.between(
                    incomingArticle.sketch().shingles().orElseThrow(),
                    indexedArticle.shingles().orElseThrow(),
                    similarity);
            return new Compared(indexedArticle, similarity, rule);
        });
    }

    private static Optional<Similarity> similarity(IncomingArticle incomingArticle, IndexedArticle indexedArticle) {
        return incomingArticle
                .sketch()
                .shingles()
                .flatMap(arrived -> indexedArticle.shingles().map(held -> Similarity.of(arrived, held)));
    }
}
