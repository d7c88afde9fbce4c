package dev.tidings.streams.story;

/**
 * Weights of a logistic regression: they turn what two articles share into the odds that they tell of one event. A
 * weight of 0 says that this kind of pair does not use the evidence.
 *
 * @param bias logarithm of the odds when nothing is shared and nothing could be
 * @param byCosine weight of the share of names, entities, days and numbers (0 to 1)
 * @param bySize weight of the natural logarithm of the pairs of names that could agree by chance (from 4.6)
 */
public record PairWeights(double bias, double byCosine, double bySize) {

    /**
     * Returns the natural logarithm of the odds.
     *
     * @param cosine share of names, entities, days and numbers, 0 to 1
     * @param size natural logarithm of the pairs of names that could agree by chance
     */
    public double logit(double cosine, double size) {
        return bias + byCosine * cosine + bySize * size;
    }
}
