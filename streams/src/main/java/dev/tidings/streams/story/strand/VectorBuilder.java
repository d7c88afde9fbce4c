package dev.tidings.streams.story.strand;

import dev.tidings.streams.story.feature.TermList;
import dev.tidings.streams.story.posting.Logarithms;
import dev.tidings.streams.story.posting.TermCounts;
import java.util.Arrays;

/** Makes the vector of an article: its weights in the text by how rare each term is among the articles remembered. */
final class VectorBuilder {

    private static final long LOW_BITS = 0xff;

    private VectorBuilder() {}

    /**
     * Returns the vector.
     *
     * @param counts counts of terms of the articles before it
     * @param articles how many of them are of its language
     */
    static TermVector vectorOf(TermList terms, TermCounts counts, int articles) {
        double[] weights = new double[terms.size()];
        for (int term = 0; term < weights.length; term++) {
            weights[term] = terms.weightAt(term) * rarityOf(terms.hashAt(term), counts, articles);
        }
        return unitVector(terms, weights, heaviestTerms(weights));
    }

    /** Returns the natural logarithm of the inverse share of articles that have a term, one more included. */
    static double rarityOf(int hash, TermCounts counts, int articles) {
        double all = Logarithms.lnOf(StrandParameters.ASSUMED_ARTICLES + articles + 1);
        return Math.max(0, all - Logarithms.lnOf(StrandParameters.ASSUMED_COUNT + counts.countOf(hash) + 1));
    }

    /** The bits of a positive number sort as the number does; the last of them make room for its place. */
    private static int[] heaviestTerms(double[] weights) {
        long[] order = new long[weights.length];
        for (int term = 0; term < weights.length; term++) {
            order[term] = -(Double.doubleToLongBits(weights[term]) & ~LOW_BITS) | term;
        }
        Arrays.sort(order);
        int most = (int) Math.min(
                StrandParameters.VECTOR_TERMS,
                Arrays.stream(weights).filter(w -> w > 0).count());
        int[] heaviest = new int[most];
        for (int place = 0; place < most; place++) {
            heaviest[place] = (int) (order[place] & LOW_BITS);
        }
        return heaviest;
    }

    private static TermVector unitVector(TermList terms, double[] weights, int[] kept) {
        double squares = 0;
        for (int term : kept) {
            squares += weights[term] * weights[term];
        }
        double scale = StrandParameters.VECTOR_LENGTH / Math.sqrt(squares);
        long[] byHash = new long[kept.length];
        for (int place = 0; place < kept.length; place++) {
            byHash[place] = ((long) terms.hashAt(kept[place]) << Byte.SIZE) | kept[place];
        }
        Arrays.sort(byHash);
        int[] hashes = new int[kept.length];
        byte[] units = new byte[kept.length];
        long names = 0;
        for (int place = 0; place < kept.length; place++) {
            int term = (int) (byHash[place] & LOW_BITS);
            hashes[place] = terms.hashAt(term);
            units[place] = (byte) Math.max(1, Math.min(255, Math.rint(scale * weights[term])));
            names |= terms.kindAt(term) == TermList.Kind.NAME ? 1L << place : 0;
        }
        return TermVector.of(hashes, units, names);
    }
}
