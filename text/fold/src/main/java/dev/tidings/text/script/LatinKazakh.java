package dev.tidings.text.script;

import java.util.Locale;

/**
 * Knows Kazakh in Latin letters among the languages that it is taken for, since the language model has it in Cyrillic
 * alone. Turkish and Turkmen have no {@code q}; Azerbaijani has {@code ə}, or no accents but those of Turkish.
 */
final class LatinKazakh {

    /** Letters of one Kazakh alphabet or another that neither Turkish nor Azerbaijani has. */
    private static final String OWN_LETTERS = "ǵǧńñŋūäýáúóï";

    /** The Azerbaijani letter, and what it is typed as. */
    private static final String SCHWAS = "əǝә";

    /** One letter in so many has to be a q; with fewer it is one of foreign names. */
    private static final int LETTERS_PER_Q = 100;

    private static final int LETTERS_PER_OWN_LETTER = 200;

    /** With fewer of each a short text may be one of another language with a foreign name. */
    private static final int MIN_COUNT = 2;

    /** What is read of a text: all copies of an article have its beginning. */
    private static final int MAX_LENGTH = 20_000;

    /** All letters that are counted lie below; a Cyrillic text has hardly any. */
    private static final int UNITS = 0x500;

    /** Where the counts stand in a sum of all four; the longest text read overflows none. */
    private static final int LETTERS = 0;

    private static final int QS = 16;
    private static final int OWN = 32;
    private static final int SCHWA = 48;
    private static final long MASK = 0xffff;

    private static final long[] COUNTS = buildCounts();

    private LatinKazakh() {}

    /**
     * Returns whether a text is Kazakh if it is one of Kazakh, Azerbaijani, Turkish and Turkmen.
     *
     * @param text any UTF-16
     */
    static boolean isCertain(String text) {
        long sum = 0;
        for (int at = 0; at < Math.min(text.length(), MAX_LENGTH); at++) {
            char unit = text.charAt(at);
            sum += unit < UNITS ? COUNTS[unit] : 0;
        }
        long letters = count(sum, LETTERS);
        return count(sum, SCHWA) == 0
                && count(sum, QS) >= Math.max(MIN_COUNT, letters / LETTERS_PER_Q)
                && count(sum, OWN) >= Math.max(MIN_COUNT, letters / LETTERS_PER_OWN_LETTER);
    }

    private static long count(long sum, int place) {
        return sum >>> place & MASK;
    }

    private static long[] buildCounts() {
        long[] counts = new long[UNITS];
        for (char unit = 0; unit < UNITS; unit++) {
            counts[unit] = Character.isLetter(unit) ? 1L << LETTERS : 0;
        }
        addCount(counts, "q", QS);
        addCount(counts, OWN_LETTERS, OWN);
        addCount(counts, SCHWAS, SCHWA);
        return counts;
    }

    private static void addCount(long[] counts, String letters, int place) {
        letters.chars().forEach(letter -> counts[letter] += 1L << place);
        letters.toUpperCase(Locale.ROOT).chars().forEach(letter -> counts[letter] += 1L << place);
    }
}
