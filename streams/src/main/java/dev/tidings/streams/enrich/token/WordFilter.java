package dev.tidings.streams.enrich.token;

/**
 * Says of most words that a list holds neither them nor a beginning of them, without a look into the list: a few bits
 * decide, which stay in the processor's nearest memory while the lists of all languages do not. What it does not refuse
 * may still not be in the list. Filled before it is asked; safe for use by many threads then.
 */
public final class WordFilter {

    /** Bits for each entry; a word that is in no list is let through once in some ten times. */
    private static final int BITS_PER_ENTRY = 16;

    private static final int MIN_BITS = 1 << 10;
    /** So many bits of a hash say which bit of a long it is. */
    private static final int BIT = 6;

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
        set(Word.hash(key));
    }

    /**
     * Lets a match key through, and all that begin with it: only its first letters count.
     *
     * @param key of at least {@link Word#SHORT_BEGINNING} units; a shorter one is let through itself alone
     */
    public void addBeginning(String key) {
        addKey(key);
        if (key.length() > Word.SHORT_BEGINNING) {
            set(Word.longBeginning(key));
        } else if (key.length() == Word.SHORT_BEGINNING) {
            set(Word.shortBeginning(key));
        }
    }

    /** Lets a match key through, and all that share its first {@link Word#SHORT_BEGINNING} units. */
    public void addShortBeginning(String key) {
        addKey(key);
        if (key.length() >= Word.SHORT_BEGINNING) {
            set(Word.shortBeginning(key));
        }
    }

    /** Returns false only for a word that nothing was added for. */
    public boolean mayHold(Word word) {
        return isSet(word.hash) || isSet(word.longBeginning) || isSet(word.shortBeginning);
    }

    private void set(int hash) {
        bits[index(hash)] |= 1L << hash;
    }

    private boolean isSet(int hash) {
        return (bits[index(hash)] >>> hash & 1) != 0;
    }

    private int index(int hash) {
        return (hash >>> BIT) & (bits.length - 1);
    }
}
