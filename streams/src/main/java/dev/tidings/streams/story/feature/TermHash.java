package dev.tidings.streams.story.feature;

/** The hash of a language and a match key in one number: the same word of two languages is two terms. */
public final class TermHash {

    private static final int MIX_ONE = 0x85EBCA6B;
    private static final int MIX_TWO = 0xC2B2AE35;

    private TermHash() {}

    /**
     * Returns the hash.
     *
     * @param language primary language subtag, or nothing
     * @param key match key of the word or number
     */
    public static int hashTerm(String language, CharSequence key) {
        int hash = language.hashCode();
        for (int unit = 0; unit < key.length(); unit++) {
            hash = 31 * hash + key.charAt(unit);
        }
        return spreadBits(hash);
    }

    /** Returns a number whose bits all hang on all bits of another (the last steps of MurmurHash3). */
    public static int spreadBits(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * MIX_ONE;
        mixed = (mixed ^ (mixed >>> 13)) * MIX_TWO;
        return mixed ^ (mixed >>> 16);
    }
}
