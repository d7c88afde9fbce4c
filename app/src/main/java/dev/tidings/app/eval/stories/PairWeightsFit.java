package dev.tidings.app.eval.stories;

import dev.tidings.streams.story.PairWeights;

/**
 * The weights of one kind of pairs, in use and fitted.
 *
 * @param kind the kind of pairs, e.g. {@code SAME_LANGUAGE}
 * @param pairs pairs of that kind
 * @param together how many of them are of one story
 * @param used weights in use
 * @param fitted weights fitted to these pairs; those in use where there are not enough pairs of one story or of two
 * @param usedLoss mean negative logarithm of the probability that the weights in use give to the right answer
 * @param fittedLoss the same of the fitted weights
 * @param usedErrors pairs that the weights in use put on the wrong side of even odds
 * @param fittedErrors the same of the fitted weights
 */
public record PairWeightsFit(
        String kind,
        int pairs,
        int together,
        PairWeights used,
        PairWeights fitted,
        double usedLoss,
        double fittedLoss,
        int usedErrors,
        int fittedErrors) {}
