package dev.tidings.streams.story.posting;

import java.util.Arrays;

/**
 * How many articles have a term, in a table without keys: terms whose hashes begin alike are counted as one, which
 * hardly ever happens to two that matter. For one thread.
 */
public final class TermCounts {

    private static final int SLOT_BITS = 22;

    private final int[] counts = new int[1 << SLOT_BITS];

    /** Returns the place of a term in the table, by which it can be taken out without its hash. */
    public static int slotOf(int hash) {
        return hash >>> (Integer.SIZE - SLOT_BITS);
    }

    /** Returns how many articles have a term. */
    public int countOf(int hash) {
        return counts[slotOf(hash)];
    }

    /** Counts an article more, or less, that has the term of a slot. */
    public void addTo(int slot, int change) {
        counts[slot] += change;
    }

    /** Returns a number for all counts. */
    public int fingerprint() {
        return Arrays.hashCode(counts);
    }
}
