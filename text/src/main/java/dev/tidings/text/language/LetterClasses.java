package dev.tidings.text.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Map;

/**
 * What the identifier sees of a character: its folded letter, a word boundary, or nothing at all; and its script.
 *
 * <p>Folding is lower case and compatibility forms only. Letters that look alike but are typed by different languages
 * (Arabic ك and Persian ک) stay apart: they are evidence.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class LetterClasses {
    /** Folded value of everything that ends a word: spaces, digits, punctuation, symbols, surrogates. */
    public static final char BOUNDARY = 0;

    /** Folded value of what is skipped inside a word: vowel signs of Arabic, tatweel, joiners, direction marks. */
    public static final char NOTHING = 1;

    private static final char FIRST_COMPATIBLE = 0x80;

    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];
    private static final byte[] SCRIPT = new byte[Character.MAX_VALUE + 1];

    static {
        Map<UnicodeScript, Integer> numbers = Scripts.scriptNumbers();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            FOLDED[c] = foldedChar((char) c);
            SCRIPT[c] = scriptOf((char) c, numbers);
        }
    }

    private LetterClasses() {}

    public static char foldChar(char c) {
        return FOLDED[c];
    }

    public static int scriptOf(char c) {
        return SCRIPT[c];
    }

    /** Returns whether a character is an accent written behind its letter, as decomposed text has them. */
    static boolean isDiacritic(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    private static byte scriptOf(char c, Map<UnicodeScript, Integer> numbers) {
        if (!isLetter(c)) {
            return Scripts.COMMON;
        }
        return numbers.getOrDefault(UnicodeScript.of(c), Scripts.OTHER).byteValue();
    }

    private static char foldedChar(char c) {
        if (isSkipped(c)) {
            return NOTHING;
        }
        if (!isLetter(c)) {
            return BOUNDARY;
        }
        if (c < FIRST_COMPATIBLE || isIdeographOrHangul(c)) {
            return Character.toLowerCase(c);
        }
        char lower = Character.toLowerCase(
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).charAt(0));
        return isLetter(lower) ? lower : c;
    }

    /** Two thirds of all characters, which have neither case nor compatibility forms: spares 40,000 normalisations. */
    private static boolean isIdeographOrHangul(char c) {
        return c >= 0x3400 && c < Character.MIN_SURROGATE;
    }

    private static boolean isLetter(char c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.COMBINING_SPACING_MARK -> true;
            case Character.NON_SPACING_MARK -> !isSkipped(c);
            default -> false;
        };
    }

    private static boolean isSkipped(char c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            UnicodeScript script = UnicodeScript.of(c);
            return script == UnicodeScript.INHERITED
                    || script == UnicodeScript.ARABIC
                    || script == UnicodeScript.COMMON;
        }
        return c == 'ـ' || Character.getType(c) == Character.FORMAT;
    }
}
