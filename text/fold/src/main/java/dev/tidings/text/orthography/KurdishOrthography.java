package dev.tidings.text.orthography;

/**
 * Central Kurdish as its orthography has it: Arabic kaf and yeh become the Kurdish letters, and the letter heh
 * {@code ه} that keyboards without {@code ە} leave behind becomes that vowel again. {@code فهرمانگهی} reads
 * {@code فەرمانگەی}; {@code بانگهێشتی} stays, its heh is a consonant.
 *
 * <p>The rule follows from the orthography (a syllable has one vowel and begins with at most two consonants), not from
 * a word list. It is wrong for about one word in two hundred of a text without any {@code ە}, so the result is for
 * match keys, never for display, and never for Arabic, Persian or Urdu, where heh is heh. Stateless and safe for any
 * thread; linear in the length; never throws on any string.
 */
public final class KurdishOrthography {

    /** Name and version of the rule; stored keys carry it. */
    public static final String VERSION = "ckb-orthography/1";

    static final char HEH = 'ه';
    static final char AE = 'ە';
    /** Who types this heh means the consonant: CLDR's own Friday is written with it. */
    private static final char CONSONANT_HEH = 'ھ';

    private static final char TATWEEL = '\u0640';
    private static final char ZERO_WIDTH_NON_JOINER = '\u200c';

    private KurdishOrthography() {}

    /**
     * Repairs every word of a text.
     *
     * @param text Central Kurdish, any length
     * @return the text in standard letters, never longer than the given one; equal to it when nothing was to be
     *     repaired
     */
    public static String repairText(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        int end;
        for (int at = 0; at < text.length(); at = end) {
            end = at + 1;
            if (!inWord(text.charAt(at))) {
                repaired.append(text.charAt(at));
                continue;
            }
            while (end < text.length() && inWord(text.charAt(end))) {
                end++;
            }
            appendWord(text.substring(at, end), repaired);
        }
        return repaired.toString();
    }

    private static void appendWord(String word, StringBuilder out) {
        String letters = standardLetters(word);
        int wordStart = out.length();
        for (int at = 0; at < letters.length(); at++) {
            char letter = letters.charAt(at);
            if (letter == CONSONANT_HEH) {
                out.append(HEH);
            } else {
                out.append(letter == HEH && standsForAe(letters, at, out, wordStart) ? AE : letter);
            }
        }
    }

    /** Decides one heh; {@code out} holds the letters before it as already decided. */
    private static boolean standsForAe(String word, int at, StringBuilder out, int wordStart) {
        if (out.length() == wordStart || isFullVowel(out.charAt(out.length() - 1))) {
            return false;
        }
        if (at + 1 == word.length()) {
            return true;
        }
        char next = word.charAt(at + 1);
        if (next == HEH) {
            return at + 2 < word.length() && opensRow(word.charAt(at + 2), out, wordStart);
        }
        return !(isFullVowel(next) || next == 'آ');
    }

    /** The vowels that are always written as themselves: no second vowel follows them, and none stands before. */
    private static boolean isFullVowel(char letter) {
        return letter == 'ا' || letter == 'ێ' || letter == 'ۆ' || letter == AE;
    }

    /**
     * Decides the first of two hehs in a row by what follows them. Before a consonant the letter before the row
     * decides: when it begins a syllable it needs the vowel ({@code مەهدی}), when it closes one it does not
     * ({@code بەرهەم}).
     */
    private static boolean opensRow(char after, StringBuilder out, int wordStart) {
        return switch (after) {
            case 'ا', 'ێ', 'ۆ', 'ی', HEH -> true;
            default -> out.length() == wordStart + 1 || !isVowel(out.charAt(out.length() - 2));
        };
    }

    private static boolean isVowel(char letter) {
        return isFullVowel(letter) || letter == 'و' || letter == 'ی';
    }

    private static String standardLetters(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            switch (letter) {
                case 'ك' -> letters.append('ک');
                case 'ي', 'ى' -> letters.append('ی');
                case TATWEEL -> {}
                case ZERO_WIDTH_NON_JOINER -> closeHeh(letters);
                default -> letters.append(letter);
            }
        }
        return letters.toString();
    }

    /** A heh before a zero-width non-joiner was the way to write the vowel before Unicode had a letter for it. */
    private static void closeHeh(StringBuilder letters) {
        int last = letters.length() - 1;
        if (last >= 0 && letters.charAt(last) == HEH) {
            letters.setCharAt(last, AE);
        }
    }

    private static boolean inWord(char unit) {
        return Character.isLetter(unit) || unit == ZERO_WIDTH_NON_JOINER;
    }
}
