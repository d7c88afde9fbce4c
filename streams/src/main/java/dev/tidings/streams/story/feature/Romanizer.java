package dev.tidings.streams.story.feature;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes words of other scripts in Latin letters, so that names have a sound: {@code ट्रंप}, {@code ትራምፕ} and
 * {@code トランプ} become {@code trampa}, {@code tramp} and {@code torampu}. By ICU's transliterations; Han is left as
 * it is, since what it writes names by hardly sounds like them. Safe for any thread.
 */
final class Romanizer {

    /** Their letters have sounds of their own. */
    private static final Set<UnicodeScript> READABLE = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARABIC,
            UnicodeScript.COMMON,
            UnicodeScript.HAN);

    /** Below are letters that are readable, and signs. */
    private static final char FIRST_OTHER = '\u0530';

    /** Japanese writes m before p, b and m as n; Ethiopic writes a vowel that is not spoken. */
    private static final String RULES = "Any-Latin; Latin-ASCII; Lower";

    private Romanizer() {}

    /** Loaded when the first such word comes: it takes a tenth of a second. */
    private static final class Rules {
        private static final Transliterator TO_LATIN = Transliterator.getInstance(RULES);
    }

    /** Returns a word in letters whose sounds are known; as it is when they are, or when nothing is known of it. */
    static String romanize(String word) {
        if (word.charAt(0) < FIRST_OTHER) {
            return word;
        }
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        if (READABLE.contains(script)) {
            return word;
        }
        String latin = Rules.TO_LATIN.transliterate(word).replace("'", "");
        return switch (script) {
            case HIRAGANA, KATAKANA ->
                latin.replace("np", "mp").replace("nb", "mb").replace("nm", "mm");
            case ETHIOPIC -> latin.replace("\u01dd", "");
            default -> latin;
        };
    }
}
