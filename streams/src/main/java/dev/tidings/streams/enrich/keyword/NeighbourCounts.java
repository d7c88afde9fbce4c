package dev.tidings.streams.enrich.keyword;

import java.util.Arrays;

/**
 * Which words have met which others beside them, each pair asked for once although two words ask for it; of one text
 * after another, in memory that is used again.
 */
final class NeighbourCounts {

    private static final byte BEFORE = 1;
    private static final byte AFTER = 2;
    private static final int MIN_CAPACITY = 64;

    private final WordNumbering pairs = new WordNumbering();
    /** For each pair which of its words counts the other. */
    private byte[] counted = {};

    /** Forgets all pairs, before those of a text of so many tokens. */
    void clear(int tokens) {
        Arrays.fill(counted, 0, pairs.size(), (byte) 0);
        pairs.clear(tokens);
    }

    /** Returns the number of the pair of two words, by their numbers. */
    int pairOf(int first, int second) {
        int pair = pairs.getOrAssign(((long) first << Integer.SIZE) | second);
        if (pair >= counted.length) {
            counted = Arrays.copyOf(counted, Math.max(MIN_CAPACITY, 2 * counted.length));
        }
        return pair;
    }

    /** Notes that the second word of a pair counts the first one; returns whether it does for the first time. */
    boolean addBefore(int pair) {
        return add(pair, BEFORE);
    }

    /** Notes that the first word of a pair counts the second one; returns whether it does for the first time. */
    boolean addAfter(int pair) {
        return add(pair, AFTER);
    }

    private boolean add(int pair, byte side) {
        boolean first = (counted[pair] & side) == 0;
        counted[pair] |= side;
        return first;
    }
}
