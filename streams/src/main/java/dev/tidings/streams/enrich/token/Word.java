package dev.tidings.streams.enrich.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A match key of a text, as a stretch of the array that holds all of them; a string is made of it when one is asked
 * for. For one thread.
 */
public final class Word {

    private static final long BASE = 0x9e37_79b9_7f4a_7c15L;

    private final char[] units;
    private final int start;
    private final int length;
    private final long hash;
    private @Nullable String key;

    /**
     * Takes a stretch of an array that nobody writes to any more.
     *
     * @param hash what {@link #hashOf} says of it
     */
    Word(char[] units, int start, int length, long hash) {
        this.units = units;
        this.start = start;
        this.length = length;
        this.hash = hash;
    }

    /** Returns the word of a match key. */
    static Word of(String key) {
        char[] units = key.toCharArray();
        return new Word(units, 0, units.length, hashOf(units, 0, units.length));
    }

    /** Returns the hash of a stretch of units; its upper half is the better one. */
    static long hashOf(char[] units, int start, int length) {
        long hash = length;
        for (int at = start; at < start + length; at++) {
            hash = (hash ^ units[at]) * BASE;
        }
        return hash ^ (hash << 32);
    }

    /** Returns the hash of the whole key. */
    long hash() {
        return hash;
    }

    /** Returns the hash of the first units of the key. */
    long hashOfBeginning(int units) {
        return hashOf(this.units, start, units);
    }

    /** Returns whether its key stands in the first units of an array. */
    boolean hasKey(char[] others, int otherLength) {
        return Arrays.equals(units, start, start + length, others, 0, otherLength);
    }

    /** Returns whether it has a key. */
    boolean hasKey(String other) {
        return other.length() == length && endsWith(other);
    }

    /** Returns whether the key ends with some units. */
    public boolean endsWith(String ending) {
        int from = start + length - ending.length();
        if (from < start) {
            return false;
        }
        for (int at = ending.length() - 1; at >= 0; at--) {
            if (units[from + at] != ending.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of units of the key. */
    public int length() {
        return length;
    }

    /** Returns the first unit of the key; it is not empty. */
    public char first() {
        return units[start];
    }

    /** Returns the last unit of the key; it is not empty. */
    public char last() {
        return units[start + length - 1];
    }

    /** Returns the match key; empty when nothing of the token counts. */
    public String key() {
        String made = key;
        if (made == null) {
            made = new String(units, start, length);
            key = made;
        }
        return made;
    }
}
