package dev.tidings.streams.enrich.token;

import java.util.Arrays;
import java.util.Collection;

/** The endings by which words of a list are inflected. Immutable, safe for any thread. */
public final class WordEndings {

    private static final int LOW_BITS = 63;

    private final String[] endings;
    private final int minStemChars;
    /** A bit for the lowest six bits of each last letter: most words end in another one. */
    private final long lastUnits;

    /**
     * Takes endings.
     *
     * @param endings none of them empty
     * @param minStemChars how many units a word keeps at least without its ending
     */
    public WordEndings(Collection<String> endings, int minStemChars) {
        this.endings = endings.toArray(String[]::new);
        this.minStemChars = minStemChars;
        this.lastUnits = Arrays.stream(this.endings)
                .mapToLong(ending -> bitOf(ending.charAt(ending.length() - 1)))
                .reduce(0, (bits, bit) -> bits | bit);
    }

    private static long bitOf(char unit) {
        return 1L << (unit & LOW_BITS);
    }

    /** Returns whether a word without one of the endings may be what a filter was filled with. */
    public boolean mayLeave(Word word, WordFilter filter) {
        if (word.length() <= minStemChars || (lastUnits & bitOf(word.last())) == 0) {
            return false;
        }
        for (String ending : endings) {
            int stem = word.length() - ending.length();
            if (stem >= minStemChars && word.endsWith(ending) && filter.mayHoldBeginning(word, stem)) {
                return true;
            }
        }
        return false;
    }
}
