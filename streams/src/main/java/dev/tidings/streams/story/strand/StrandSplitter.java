package dev.tidings.streams.story.strand;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a strand has become two: parts of it whose articles are much more alike among themselves than with
 * those of the other part. Two means, begun with the two articles that are least alike. Pure and deterministic.
 */
public final class StrandSplitter {

    private static final int MIN_MEMBERS = 8;
    private static final int MAX_ROUNDS = 10;

    private final int size;
    private final double[][] alike;

    private StrandSplitter(List<TermVector> vectors) {
        this.size = vectors.size();
        this.alike = new double[size][size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < one; other++) {
                alike[one][other] =
                        Overlap.between(vectors.get(one), vectors.get(other)).score();
                alike[other][one] = alike[one][other];
            }
        }
    }

    /** Returns whether a strand of that many articles is due to be looked at: each time it has grown by two fifths. */
    public static boolean isDue(int members) {
        int next = MIN_MEMBERS;
        while (next < members) {
            next = next * 7 / 5;
        }
        return next == members;
    }

    /**
     * Returns which articles leave a strand: those that are not with the first one.
     *
     * @param vectors the articles, the eldest first
     * @return the places of those that leave; empty when the strand is one
     */
    public static Optional<BitSet> findLeavers(List<TermVector> vectors) {
        if (vectors.size() < MIN_MEMBERS) {
            return Optional.empty();
        }
        StrandSplitter splitter = new StrandSplitter(vectors);
        BitSet part = splitter.twoMeans();
        int fewer = Math.min(part.cardinality(), vectors.size() - part.cardinality());
        boolean two = fewer >= StrandParameters.MIN_SPLIT_MEMBERS
                && splitter.likenessAcross(part) < StrandParameters.SPLIT_THRESHOLD * splitter.likenessWithin(part);
        if (two && part.get(0)) {
            part.flip(0, vectors.size());
        }
        return two ? Optional.of(part) : Optional.empty();
    }

    private BitSet twoMeans() {
        BitSet part = firstPart();
        boolean moved = true;
        for (int round = 0; moved && round < MAX_ROUNDS; round++) {
            moved = false;
            for (int article = 0; article < size; article++) {
                boolean inside = meanLikeness(article, part, true) > meanLikeness(article, part, false);
                moved |= inside != part.get(article);
                part.set(article, inside);
            }
        }
        return part;
    }

    /** Returns those that are more like one of the two least alike. */
    private BitSet firstPart() {
        int one = 1;
        int other = 0;
        for (int row = 1; row < size; row++) {
            for (int column = 0; column < row; column++) {
                if (alike[row][column] < alike[one][other]) {
                    one = row;
                    other = column;
                }
            }
        }
        BitSet part = new BitSet(size);
        for (int article = 0; article < size; article++) {
            boolean nearer = alike[article][one] > alike[article][other];
            part.set(article, article == one || (article != other && nearer));
        }
        return part;
    }

    private double meanLikeness(int article, BitSet part, boolean inside) {
        double sum = 0;
        int count = 0;
        for (int other = 0; other < size; other++) {
            if (other != article && part.get(other) == inside) {
                sum += alike[article][other];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double likenessAcross(BitSet part) {
        double sum = 0;
        for (int article = part.nextSetBit(0); article >= 0; article = part.nextSetBit(article + 1)) {
            sum += meanLikeness(article, part, false);
        }
        return sum / part.cardinality();
    }

    /** Returns the geometric mean of the mean likenesses within both parts. */
    private double likenessWithin(BitSet part) {
        double inside = 0;
        double outside = 0;
        for (int article = 0; article < size; article++) {
            inside += part.get(article) ? meanLikeness(article, part, true) : 0;
            outside += part.get(article) ? 0 : meanLikeness(article, part, false);
        }
        return Math.sqrt(inside / part.cardinality() * outside / (size - part.cardinality()));
    }
}
