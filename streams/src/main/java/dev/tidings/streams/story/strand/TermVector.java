package dev.tidings.streams.story.strand;

import dev.tidings.streams.story.feature.WeightedTerms;
import java.util.Arrays;

/**
 * The terms of an article as a vector of length one, in whole numbers: {@link StrandParameters#VECTOR_LENGTH} of one.
 * Terms stand in ascending order of their hashes. Immutable, made once when the article comes.
 *
 * <p>Whole numbers add up to the same sum in any order, so what is made of vectors is the same after a restart.
 */
public final class TermVector extends WeightedTerms {

    /** Most terms, as many as a long has bits. */
    static final int MAX_TERMS = Long.SIZE;

    private final long names;

    private TermVector(int[] hashes, byte[] weights, long names) {
        super(hashes, weights);
        this.names = names;
    }

    /**
     * Returns a vector.
     *
     * @param hashes in ascending order, taken as it is
     * @param weights from 1 to 255 each, unsigned, taken as they are
     * @param names which of them are names, a bit each from the lowest
     */
    public static TermVector of(int[] hashes, byte[] weights, long names) {
        return new TermVector(hashes, weights, names);
    }

    /** Returns whether a term is a name. */
    public boolean isNameAt(int term) {
        return ((names >>> term) & 1) != 0;
    }

    /** Returns which terms are names, a bit each from the lowest. */
    public long nameBits() {
        return names;
    }

    /** Returns the weight of a term by its hash; 0 when it is not among them. */
    public int weightOf(int hash) {
        int term = Arrays.binarySearch(hashes, hash);
        return term < 0 ? 0 : weightAt(term);
    }

    /** Returns how alike two articles are, as an article and a strand are scored: 0 to 1. */
    public double likenessTo(TermVector other) {
        return Overlap.between(this, other).score();
    }

    /** Returns the hashes, ascending; nobody changes them. */
    int[] sharedHashes() {
        return hashes;
    }

    /** Returns the sum of the squares of the weights. */
    long squares() {
        long sum = 0;
        for (int term = 0; term < weights.length; term++) {
            sum += (long) weightAt(term) * weightAt(term);
        }
        return sum;
    }

    /** Returns the positions of the heaviest terms, the heaviest first, of equal ones that of the smaller hash. */
    int[] heaviestTerms(int most) {
        long[] order = new long[size()];
        for (int term = 0; term < order.length; term++) {
            order[term] = ((long) -weightAt(term) << Byte.SIZE) | term;
        }
        Arrays.sort(order);
        int[] heaviest = new int[Math.min(most, order.length)];
        for (int place = 0; place < heaviest.length; place++) {
            heaviest[place] = (int) (order[place] & 0xff);
        }
        return heaviest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermVector that
                && names == that.names
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return hashes.length + " terms";
    }
}
