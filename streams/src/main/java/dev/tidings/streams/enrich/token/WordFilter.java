package dev.tidings.streams.enrich.token;

/**
 * Says of most words that a list does not hold them, without a look into the list: a bit decides, and the bits stay in
 * the processor's near memory while the lists of all languages do not. What it does not refuse may still not be in the
 * list. Filled before it is asked; safe for use by many threads then.
 */
public final class WordFilter {

    /** How many units of a key a beginning has. */
    public static final int BEGINNING = 3;

    /** Bits for each entry; a word that is in no list is let through once in some sixteen times. */
    private static final int BITS_PER_ENTRY = 16;

    private static final int MIN_BITS = 1 << 10;
    /** The bits of a hash above this one say which bit of a long it is, and those above them which long. */
    private static final int BIT_SHIFT = 32;

    private static final int INDEX_SHIFT = BIT_SHIFT + 6;

    private final long[] bits;

    /**
     * Makes an empty one.
     *
     * @param expected how many entries there will be, about; more make it less of a help
     */
    public WordFilter(int expected) {
        int size = Integer.highestOneBit(Math.max(MIN_BITS, 2 * BITS_PER_ENTRY * expected - 1));
        this.bits = new long[size / Long.SIZE];
    }

    /** Lets a match key through. */
    public void addKey(String key) {
        long hash = Word.of(key).hash();
        bits[index(hash)] |= 1L << (hash >>> BIT_SHIFT);
    }

    /** Lets the first units of a match key through; all of it when it is shorter. */
    public void addBeginning(String key) {
        addKey(key.substring(0, Math.min(BEGINNING, key.length())));
    }

    /** Returns false only for a word that was not added. */
    public boolean mayHold(Word word) {
        return isSet(word.hash());
    }

    /**
     * Returns false only when the beginning of a word was not added as a key.
     *
     * @param length how many units it has, at most as many as the word
     */
    public boolean mayHoldBeginning(Word word, int length) {
        return isSet(word.hashOfBeginning(length));
    }

    private boolean isSet(long hash) {
        return (bits[index(hash)] >>> (hash >>> BIT_SHIFT) & 1) != 0;
    }

    private int index(long hash) {
        return (int) (hash >>> INDEX_SHIFT) & (bits.length - 1);
    }
}
