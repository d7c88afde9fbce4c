package dev.tidings.streams.story.feature;

/** Terms by their hashes, each with a weight from 1 to 255. Immutable. */
public abstract class WeightedTerms {

    /** Hash of language and match key of each term; nobody changes them. */
    protected final int[] hashes;

    /** Weight of each term, unsigned; nobody changes them. */
    protected final byte[] weights;

    /**
     * Takes the terms as they are.
     *
     * @param hashes in the order of the terms
     * @param weights in the same order
     */
    protected WeightedTerms(int[] hashes, byte[] weights) {
        this.hashes = hashes;
        this.weights = weights;
    }

    /** Returns how many terms there are. */
    public final int size() {
        return hashes.length;
    }

    /** Returns the hash of language and match key of a term. */
    public final int hashAt(int term) {
        return hashes[term];
    }

    /** Returns the weight of a term, 1 to 255. */
    public final int weightAt(int term) {
        return Byte.toUnsignedInt(weights[term]);
    }
}
