package dev.tidings.streams.story.strand;

import java.util.Arrays;

/**
 * Articles of one language on one event, as the sum of their vectors. Everything is in whole numbers, so it does not
 * matter in which order articles came and went. For one thread.
 */
public final class Strand {

    private static final double UNITS = (double) StrandParameters.VECTOR_LENGTH * StrandParameters.VECTOR_LENGTH;

    private final long id;
    private final String language;
    /** Ascending, each with the sum of its weights and how many members are found under it. */
    private int[] hashes = {};

    private int[] sums = {};
    private int[] posted = {};
    private int members;
    /** Sum of the squares of all weights of all members. */
    private long squares;

    Strand(long id, String language) {
        this.id = id;
        this.language = language;
    }

    /** Returns the sequence number of its first article. */
    public long id() {
        return id;
    }

    /** Returns the language of its articles. */
    public String language() {
        return language;
    }

    /** Returns how many articles it has. */
    public int memberCount() {
        return members;
    }

    /** Adds an article, or takes it out: change is 1 or -1. */
    void addVector(TermVector vector, int change) {
        int[] newHashes = new int[hashes.length + vector.size()];
        int[] newSums = new int[newHashes.length];
        int[] newPosted = new int[newHashes.length];
        int size = 0;
        int own = 0;
        int other = 0;
        while (own < hashes.length || other < vector.size()) {
            boolean takeOwn = other == vector.size() || (own < hashes.length && hashes[own] <= vector.hashAt(other));
            boolean takeOther = own == hashes.length || (other < vector.size() && vector.hashAt(other) <= hashes[own]);
            newHashes[size] = takeOwn ? hashes[own] : vector.hashAt(other);
            newSums[size] = (takeOwn ? sums[own] : 0) + (takeOther ? change * vector.weightAt(other) : 0);
            newPosted[size] = takeOwn ? posted[own] : 0;
            size += newSums[size] != 0 || newPosted[size] != 0 ? 1 : 0;
            own += takeOwn ? 1 : 0;
            other += takeOther ? 1 : 0;
        }
        hashes = Arrays.copyOf(newHashes, size);
        sums = Arrays.copyOf(newSums, size);
        posted = Arrays.copyOf(newPosted, size);
        members += change;
        squares += change * vector.squares();
    }

    /** Counts a member more, or less, that is found under a term; returns how many are now. */
    int addPosted(int hash, int change) {
        int at = Arrays.binarySearch(hashes, hash);
        posted[at] += change;
        return posted[at];
    }

    /** Returns the weights that an article and the average member share: of names and of other terms, 0 to 1 each. */
    Overlap overlapWith(TermVector vector) {
        long names = 0;
        long others = 0;
        int at = 0;
        for (int term = 0; term < vector.size(); term++) {
            at = Arrays.binarySearch(hashes, Math.min(at, hashes.length), hashes.length, vector.hashAt(term));
            if (at >= 0) {
                long product = (long) sums[at] * vector.weightAt(term);
                names += vector.isNameAt(term) ? product : 0;
                others += vector.isNameAt(term) ? 0 : product;
            } else {
                at = -at - 1;
            }
        }
        double unit = UNITS * members;
        return new Overlap(names / unit, others / unit, vector.nameBits() != 0);
    }

    /** Returns the mean cosine of the members of two strands, 0 to 1. */
    public double meanCosine(Strand other) {
        long product = 0;
        int at = 0;
        for (int own = 0; own < hashes.length && at < other.hashes.length; own++) {
            while (at < other.hashes.length && other.hashes[at] < hashes[own]) {
                at++;
            }
            if (at < other.hashes.length && other.hashes[at] == hashes[own]) {
                product += (long) sums[own] * other.sums[at];
            }
        }
        return product / (UNITS * members * other.members);
    }

    /** Returns whether the articles of two strands are about as like across both as within each. */
    public boolean isOneWith(Strand other) {
        double across = meanCosine(other);
        return across >= StrandParameters.UNION_THRESHOLD
                && across >= StrandParameters.UNION_SHARE * Math.sqrt(cosineWithin() * other.cosineWithin());
    }

    /** Returns the mean cosine of its members with each other, 0 to 1; what is usual when there is one. */
    double cosineWithin() {
        if (members < 2) {
            return StrandParameters.USUAL_COSINE;
        }
        long product = -squares;
        for (int sum : sums) {
            product += (long) sum * sum;
        }
        return product / (UNITS * members * (members - 1));
    }

    /** Returns a number for its state. */
    long fingerprint() {
        long print = id * 31 + members;
        print = print * 31 + Arrays.hashCode(hashes);
        print = print * 31 + Arrays.hashCode(sums);
        return print * 31 + Arrays.hashCode(posted);
    }
}
