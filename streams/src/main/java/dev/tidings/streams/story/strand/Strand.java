package dev.tidings.streams.story.strand;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Articles of one language on one event, as the sum of their vectors. Everything is in whole numbers, so it does not
 * matter in which order articles came and went. For one thread.
 *
 * <p>Three strands of four have one article for ever: as long as none but the first has come, its vector is the sum,
 * and no numbers are kept twice.
 */
public final class Strand {

    private static final double UNITS = (double) StrandParameters.VECTOR_LENGTH * StrandParameters.VECTOR_LENGTH;

    private static final int[] NO_SUMS = {};
    private static final short[] NO_COUNTS = {};

    private final long id;
    private final String language;
    private final int number;
    /** Ascending. */
    private int[] hashes = NO_SUMS;
    /** The only article that has come; null when there are more, or none. */
    private @Nullable TermVector only;
    /** By term the sum of its weights; empty as long as there is an only article. */
    private int[] sums = NO_SUMS;
    /** By term how many members are found under it; empty as long as there is an only article. */
    private short[] posted = NO_COUNTS;
    /** Terms under which the only article is found, a bit each from the lowest. */
    private long onlyPosted;

    private int members;
    /** Sum of the squares of all weights of all members. */
    private long squares;

    /**
     * Makes one without articles.
     *
     * @param number what postings call it, that of no other strand
     */
    Strand(long id, String language, int number) {
        this.id = id;
        this.language = language;
        this.number = number;
    }

    /** Returns what postings call it. */
    int number() {
        return number;
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
        if (members == 0) {
            only = vector;
            hashes = vector.sharedHashes();
        } else {
            addToSums(vector, change);
        }
        members += change;
        squares += change * vector.squares();
    }

    private void addToSums(TermVector vector, int change) {
        int[] newHashes = new int[hashes.length + vector.size()];
        int[] newSums = new int[newHashes.length];
        short[] newPosted = new short[newHashes.length];
        int size = 0;
        int own = 0;
        int other = 0;
        while (own < hashes.length || other < vector.size()) {
            boolean takeOwn = other == vector.size() || (own < hashes.length && hashes[own] <= vector.hashAt(other));
            boolean takeOther = own == hashes.length || (other < vector.size() && vector.hashAt(other) <= hashes[own]);
            newHashes[size] = takeOwn ? hashes[own] : vector.hashAt(other);
            newSums[size] = (takeOwn ? sumAt(own) : 0) + (takeOther ? change * vector.weightAt(other) : 0);
            newPosted[size] = (short) (takeOwn ? postedAt(own) : 0);
            size += newSums[size] != 0 || newPosted[size] != 0 ? 1 : 0;
            own += takeOwn ? 1 : 0;
            other += takeOther ? 1 : 0;
        }
        hashes = Arrays.copyOf(newHashes, size);
        sums = Arrays.copyOf(newSums, size);
        posted = Arrays.copyOf(newPosted, size);
        only = null;
    }

    private int sumAt(int term) {
        return only == null ? sums[term] : only.weightAt(term);
    }

    private int postedAt(int term) {
        return only == null ? posted[term] : (int) (onlyPosted >>> term) & 1;
    }

    /** Counts a member more, or less, that is found under a term; returns how many are now. */
    int addPosted(int hash, int change) {
        int at = Arrays.binarySearch(hashes, hash);
        if (only == null) {
            posted[at] += (short) change;
        } else {
            onlyPosted ^= 1L << at;
        }
        return postedAt(at);
    }

    /** Returns the weights that an article and the average member share: of names and of other terms, 0 to 1 each. */
    Overlap overlapWith(TermVector vector) {
        long names = 0;
        long others = 0;
        int at = 0;
        for (int term = 0; term < vector.size(); term++) {
            at = Arrays.binarySearch(hashes, Math.min(at, hashes.length), hashes.length, vector.hashAt(term));
            if (at >= 0) {
                long product = (long) sumAt(at) * vector.weightAt(term);
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
                product += (long) sumAt(own) * other.sumAt(at);
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
        for (int term = 0; term < hashes.length; term++) {
            print = ((print * 31 + hashes[term]) * 31 + sumAt(term)) * 31 + postedAt(term);
        }
        return print;
    }
}
