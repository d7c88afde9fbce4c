package dev.tidings.text.language;

/**
 * What the rows of a word's features add up to, remembered for short words: most words of a text were in one before,
 * and one look at a cache line is spared the look for thirty rows all over the memory. A word is forgotten when another
 * one takes its place. For one thread and one model.
 *
 * <p>A cache line holds a word, its letters and script in four longs, and its sums in the four longs behind them, as
 * {@link RowSum#sumLanes} writes them.
 */
final class WordSums {
    /** Letters that find room in four longs beside the script. */
    static final int MAX_LETTERS = 15;

    private static final int WORDS = 1 << 14;
    private static final int ENTRY = 8;
    private static final int KEY = 4;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] entries = new long[ENTRY * WORDS];
    /** How many features of each word are known. */
    private final byte[] known = new byte[WORDS];

    private final long[] key = new long[KEY];

    /**
     * Looks for a word.
     *
     * @param word with edges
     * @param length with edges, at most {@link #MAX_LETTERS} more than both
     * @return its place, or the complement of the place where {@link #put} puts it
     */
    int find(char[] word, int length, int script) {
        packKey(word, length, script);
        long hash = 0;
        for (long part : key) {
            hash = (hash ^ part) * FACTOR;
            hash ^= hash >>> 32;
        }
        int place = (int) (hash & (WORDS - 1));
        int at = ENTRY * place;
        boolean found = entries[at] == key[0]
                && entries[at + 1] == key[1]
                && entries[at + 2] == key[2]
                && entries[at + 3] == key[3];
        return found ? place : ~place;
    }

    private void packKey(char[] word, int length, int script) {
        key[0] = 0;
        key[1] = 0;
        key[2] = 0;
        // No script has number -1, so that no word is equal to an empty entry.
        key[KEY - 1] = (long) (script + 1) << 48;
        for (int letter = 0; letter < length - 2; letter++) {
            key[letter >> 2] |= (long) word[letter + 1] << (16 * (letter & 3));
        }
    }

    /** Puts the word looked for last at a place; its sums are to be written to {@link #lanes} at {@link #laneOf}. */
    void put(int place, int knownFeatures) {
        System.arraycopy(key, 0, entries, ENTRY * place, KEY);
        known[place] = (byte) knownFeatures;
    }

    /** Returns the array that holds the sums. */
    long[] lanes() {
        return entries;
    }

    /** Returns where in {@link #lanes} the sums of a word begin. */
    static int laneOf(int place) {
        return ENTRY * place + KEY;
    }

    /** Returns how many features of a word are known. */
    int knownFeatures(int place) {
        return known[place];
    }
}
