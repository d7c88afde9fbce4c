package dev.tidings.streams.story.feature;

import java.util.Arrays;
import java.util.List;

/**
 * The terms of one article that compare within its language: words, names and numbers, the heaviest first. Each is a
 * hash of language and match key with a weight in the article, in {@link #UNITS} of one, and the heaviest of them are
 * also kept as the text writes them. Immutable.
 */
public final class TermList extends WeightedTerms {

    /** The list of an article without terms. */
    public static final TermList EMPTY = new TermList(new int[0], new byte[0], new byte[0], List.of());

    /** Most terms of an article. */
    public static final int MAX_TERMS = 120;
    /** How many of them, the heaviest, are kept in writing. */
    public static final int MAX_SURFACES = 48;
    /** Units of a stored weight in a weight of one. */
    public static final int UNITS = 16;

    private static final int MAX_WEIGHT = 255;

    /** What a term is. */
    public enum Kind {
        /** A word with content. */
        WORD(0),
        /** A word that has a capital wherever it stands. */
        NAME(1),
        /** A number of two digits or more. */
        NUMBER(2);

        private static final List<Kind> ALL = List.of(WORD, NAME, NUMBER);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Returns its number, by which it stands in stored features. */
        int code() {
            return code;
        }

        /**
         * Returns the kind of a number that stands in stored features.
         *
         * @throws IllegalArgumentException when there is none
         */
        static Kind ofCode(int code) {
            if (code >= ALL.size()) {
                throw new IllegalArgumentException("a term of kind " + code);
            }
            return ALL.get(code);
        }
    }

    private final byte[] kinds;
    private final List<String> surfaces;

    private TermList(int[] hashes, byte[] weights, byte[] kinds, List<String> surfaces) {
        super(hashes, weights);
        this.kinds = kinds;
        this.surfaces = List.copyOf(surfaces);
    }

    /** Collects terms in their order. For one thread. */
    public static final class Builder {
        private final int[] hashes = new int[MAX_TERMS];
        private final byte[] weights = new byte[MAX_TERMS];
        private final byte[] kinds = new byte[MAX_TERMS];
        private int size;

        /** Returns whether no more terms are taken. */
        public boolean isFull() {
            return size == MAX_TERMS;
        }

        /**
         * Adds the next term; one whose hash is there already is left out.
         *
         * @param hash hash of language and match key
         * @param weight weight in units of {@link #UNITS}, cut to 1 to 255
         * @return whether it was added
         */
        public boolean addTerm(int hash, int weight, Kind kind) {
            for (int at = 0; at < size; at++) {
                if (hashes[at] == hash) {
                    return false;
                }
            }
            hashes[size] = hash;
            weights[size] = (byte) Math.max(1, Math.min(MAX_WEIGHT, weight));
            kinds[size] = (byte) kind.code();
            size++;
            return true;
        }

        /**
         * Returns the list.
         *
         * @param surfaces how the text writes the first terms
         */
        public TermList build(List<String> surfaces) {
            return new TermList(
                    Arrays.copyOf(hashes, size), Arrays.copyOf(weights, size), Arrays.copyOf(kinds, size), surfaces);
        }
    }

    /** Returns what the term is. */
    public Kind kindAt(int term) {
        return Kind.ALL.get(kinds[term]);
    }

    /** Returns how the text writes the heaviest terms, in their order; the rest is not kept. */
    public List<String> surfaces() {
        return surfaces;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermList that
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(kinds, that.kinds)
                && surfaces.equals(that.surfaces);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return hashes.length + " terms, " + surfaces;
    }
}
