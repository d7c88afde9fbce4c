package dev.tidings.app.cli.why;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an article was compared with, and how alike they are.
 *
 * @param relatedId the other article; empty when there was none
 * @param relatedUri uri of the other article; empty when the store does not know it
 * @param relatedRevision its revision
 * @param jaccard Jaccard similarity of the shingle sets, 0 to 1; empty when not measured
 * @param containment share of the shorter text found in the longer, 0 to 1; empty when not measured
 * @param rule code of the rule that decided
 * @param algorithm name and version of the algorithm
 * @param newShare share of its words that was not told before, 0 to 1; empty when not measured
 * @param numbersBefore numbers of the other article that are no longer stated
 * @param numbersAfter numbers that were not stated before
 * @param namesBefore names that the other article repeats most and this one does not
 * @param namesAfter names that were not repeated before
 */
public record Compared(
        Optional<String> relatedId,
        Optional<String> relatedUri,
        Optional<Long> relatedRevision,
        Optional<Double> jaccard,
        Optional<Double> containment,
        String rule,
        String algorithm,
        Optional<Double> newShare,
        List<String> numbersBefore,
        List<String> numbersAfter,
        List<String> namesBefore,
        List<String> namesAfter) {

    static Compared comparedWith(Evidence evidence, Function<String, Optional<String>> uris) {
        Optional<String> related = Optional.ofNullable(evidence.relatedId());
        return new Compared(
                related,
                related.flatMap(uris),
                Optional.ofNullable(evidence.relatedRevision()),
                Optional.ofNullable(evidence.jaccard()),
                Optional.ofNullable(evidence.containment()),
                evidence.rule(),
                evidence.algorithm(),
                Optional.ofNullable(evidence.newShare()),
                listOf(evidence.numbersBefore()),
                listOf(evidence.numbersAfter()),
                listOf(evidence.namesBefore()),
                listOf(evidence.namesAfter()));
    }

    private static List<String> listOf(@Nullable List<String> facts) {
        return facts == null ? List.of() : facts;
    }

    /** Reads a relation as the evidence of the article it begins at. */
    static Compared comparedWith(ArticleRelation relation, Function<String, Optional<String>> uris) {
        return new Compared(
                Optional.of(relation.getRelatedId()),
                uris.apply(relation.getRelatedId()),
                Optional.of(relation.getRelatedRevision()),
                relation.getJaccard(),
                relation.getContainment(),
                relation.getRule(),
                relation.getAlgorithm(),
                relation.getNewShare(),
                relation.getNumbersBefore(),
                relation.getNumbersAfter(),
                relation.getNamesBefore(),
                relation.getNamesAfter());
    }
}
