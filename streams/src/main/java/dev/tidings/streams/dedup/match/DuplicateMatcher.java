package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.change.ChangeFinder;
import dev.tidings.streams.dedup.change.TextChange;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.sketch.ShingleSketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Matches an incoming article with the index by the rules in their order: identity, URL, equal text, similar text.
 * Changes nothing.
 */
final class DuplicateMatcher {

    private static final Comparator<Compared> BEST_FIRST = Comparator.comparing(Compared::rule)
            .thenComparing(compared -> -compared.similarity().score())
            .thenComparing(compared -> compared.indexedArticle().time())
            .thenComparing(compared -> compared.indexedArticle().sourcePosition());

    private final RevisionMatcher revisionMatcher;
    private final CandidateFinder candidateFinder;

    DuplicateMatcher(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.revisionMatcher = new RevisionMatcher(duplicateIndex);
        this.candidateFinder = new CandidateFinder(duplicateIndex, dedupWindows);
    }

    /** A candidate, what it shares with the incoming article, and the rule that holds between them. */
    private record Compared(IndexedArticle indexedArticle, Similarity similarity, Rule rule) {

        ShingleSketch shingleSketch() {
            return indexedArticle.shingles().orElseThrow();
        }

        Compared asRelatedText() {
            return new Compared(indexedArticle, similarity, Rule.RELATED_TEXT);
        }
    }

    DuplicateMatch matchDuplicates(IncomingArticle incomingArticle) {
        DuplicateMatch match = revisionMatcher
                .matchRevisions(incomingArticle)
                .or(() -> byUrl(incomingArticle))
                .or(() -> byFingerprint(incomingArticle))
                .orElseGet(() -> byText(incomingArticle));
        return incomingArticle.revision() > 1 && match.rule().verdict() == Verdict.NEW
                ? RevisionMatcher.afterDeadLetter(incomingArticle)
                : match;
    }

    private Optional<DuplicateMatch> byUrl(IncomingArticle incomingArticle) {
        return candidateFinder
                .findSameUrl(incomingArticle)
                .flatMap(indexedArticle -> atSameUrl(incomingArticle, indexedArticle));
    }

    private Optional<DuplicateMatch> atSameUrl(IncomingArticle incomingArticle, IndexedArticle indexedArticle) {
        Optional<Similarity> similarity = similarity(incomingArticle, indexedArticle);
        if (incomingArticle.sketch().exact().isPresent()
                && incomingArticle.sketch().exact().equals(indexedArticle.exact())) {
            return Optional.of(DuplicateMatch.of(Rule.EXACT_FINGERPRINT, indexedArticle, similarity));
        }
        boolean reused = similarity.isPresent()
                && TextRules.isUrlReused(
                        incomingArticle.sketch().shingles().orElseThrow(),
                        indexedArticle.shingles().orElseThrow(),
                        similarity.get());
        return reused ? Optional.empty() : Optional.of(DuplicateMatch.of(Rule.SAME_URL, indexedArticle, similarity));
    }

    private Optional<DuplicateMatch> byFingerprint(IncomingArticle incomingArticle) {
        return candidateFinder.findExact(incomingArticle).stream()
                .min(Comparator.comparingLong(IndexedArticle::time).thenComparing(IndexedArticle::sourcePosition))
                .map(indexedArticle -> DuplicateMatch.of(
                        Rule.EXACT_FINGERPRINT, indexedArticle, similarity(incomingArticle, indexedArticle)));
    }

    private DuplicateMatch byText(IncomingArticle incomingArticle) {
        List<Compared> bestFirst = candidateFinder.findSimilar(incomingArticle).stream()
                .flatMap(indexedArticle -> compareWith(incomingArticle, indexedArticle).stream())
                .sorted(BEST_FIRST)
                .toList();
        return selectBest(incomingArticle, bestFirst)
                .map(best -> withChange(incomingArticle, best, bestFirst))
                .orElseGet(DuplicateMatch::noCandidate);
    }

    /** Holds an article that is nearly a copy against all that its cluster has told, as far as that was found. */
    private static DuplicateMatch withChange(IncomingArticle incomingArticle, Compared best, List<Compared> all) {
        DuplicateMatch match = DuplicateMatch.of(best.rule(), best.indexedArticle(), Optional.of(best.similarity()));
        if (!ChangeRules.apply(best.rule())) {
            return match;
        }
        UUID cluster = best.indexedArticle().cluster();
        List<ShingleSketch> known = Stream.concat(
                        Stream.of(best),
                        all.stream()
                                .filter(other -> !other.indexedArticle().equals(best.indexedArticle()))
                                .filter(other ->
                                        other.indexedArticle().cluster().equals(cluster)))
                .map(Compared::shingleSketch)
                .toList();
        TextChange change = ChangeFinder.findChange(
                incomingArticle.sketch().traced(),
                known.stream().map(ShingleSketch::trace).toList(),
                ChangeRules.headline(incomingArticle.sketch().shingles().orElseThrow(), known));
        return match.withChange(ChangeRules.ruleAfter(best.rule(), change, best.similarity()), change);
    }

    /**
     * Returns the best candidate that shares more than a template. Stops at the first, since most copies are found
     * together with many others.
     */
    private static Optional<Compared> selectBest(IncomingArticle incomingArticle, List<Compared> bestFirst) {
        List<Compared> compared = new ArrayList<>();
        for (Compared next : bestFirst) {
            boolean holds = !sharesOnlyTemplate(incomingArticle, next, bestFirst);
            compared.add(holds ? next : next.asRelatedText());
            if (holds) {
                break;
            }
        }
        return compared.stream().min(BEST_FIRST);
    }

    /**
     * Returns whether a candidate shares only the template of a site. Texts under one title do not; of others, each
     * further candidate may show it.
     */
    private static boolean sharesOnlyTemplate(IncomingArticle incomingArticle, Compared compared, List<Compared> all) {
        boolean doubtful = compared.rule().verdict().joinsCluster()
                && compared.similarity().titleAgreement() != TitleAgreement.SAME;
        return doubtful
                && all.stream()
                        .filter(third -> !third.equals(compared))
                        .anyMatch(third -> TemplateOverlap.shownBy(
                                third.shingleSketch(),
                                incomingArticle.sketch().shingles().orElseThrow(),
                                compared.shingleSketch(),
                                compared.similarity()));
    }

    private static Optional<Compared> compareWith(IncomingArticle incomingArticle, IndexedArticle indexedArticle) {
        return similarity(incomingArticle, indexedArticle).map(similarity -> {
            Rule rule = TextRules.ruleBetween(
                    incomingArticle.sketch().shingles().orElseThrow(),
                    indexedArticle.shingles().orElseThrow(),
                    similarity);
            return new Compared(indexedArticle, similarity, rule);
        });
    }

    static Optional<Similarity> similarity(IncomingArticle incomingArticle, IndexedArticle indexedArticle) {
        return incomingArticle
                .sketch()
                .shingles()
                .flatMap(incoming -> indexedArticle.shingles().map(indexed -> Similarity.of(incoming, indexed)));
    }
}
