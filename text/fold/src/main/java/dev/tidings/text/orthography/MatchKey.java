package dev.tidings.text.orthography;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The spelling of a word under which its variants agree, in any script: case, accents, harakat, tatweel, bidi marks and
 * kinds of digits do not count; nor do the letters that Arabic, Persian and Kurdish writers use for one another
 * ({@code ك ک}, {@code ي ى ی ێ}, {@code ه ھ ە ة}, {@code ر ڕ}, {@code ل ڵ}, {@code و ۆ}), nor a doubled {@code و} or
 * {@code ی}. {@code سووریا}, {@code سوريا} and {@code سوریا} have one key.
 *
 * <p>For looking up and comparing, never for display. Stateless, safe for any thread, linear; never throws on any
 * string.
 */
public final class MatchKey {

    /** Name and version of the folding; stored keys carry it. */
    public static final String VERSION = "match-key/1";

    private static final char DROPPED = '\u0000';
    private static final char[] TABLE = buildTable();

    private MatchKey() {}

    /** Returns the key of the whole text; white space and punctuation stay as they are. */
    public static String of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /**
     * Returns the key of a part of a text.
     *
     * @param start first UTF-16 unit
     * @param end unit after the last
     */
    public static String of(CharSequence text, int start, int end) {
        char[] units = new char[end - start];
        for (int at = start; at < end; at++) {
            units[at - start] = text.charAt(at);
        }
        return new String(units, 0, foldTo(units, 0, units.length, units));
    }

    /**
     * Writes the key of a part of a text to the beginning of an array.
     *
     * @param start first UTF-16 unit
     * @param end unit after the last
     * @param key at least as long as the part; may be the text itself when the part begins with it
     * @return length of the key
     */
    public static int foldTo(char[] text, int start, int end, char[] key) {
        char[] table = TABLE;
        int length = 0;
        for (int at = start; at < end; at++) {
            char folded = table[text[at]];
            boolean doubled = length > 0 && folded == key[length - 1] && (folded == 'و' || folded == 'ی');
            if (folded != DROPPED && !doubled) {
                key[length++] = folded;
            }
        }
        return length;
    }

    private static char[] buildTable() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < table.length; unit++) {
            table[unit] = Character.isSurrogate((char) unit) ? (char) unit : foldTo((char) unit);
        }
        return table;
    }

    private static char foldTo(char unit) {
        if (isIgnored(unit)) {
            return DROPPED;
        }
        int digit = Character.isDigit(unit) ? Character.digit(unit, 10) : -1;
        return digit >= 0 ? (char) ('0' + digit) : commonForm(lowerCase(baseLetter(unit)));
    }

    private static boolean isIgnored(char unit) {
        return (unit >= '\u0300' && unit <= '\u036f')
                || (unit >= '\u064b' && unit <= '\u065f')
                || unit == '\u0670'
                || unit == '\u0640'
                || unit == '\u00ad'
                || unit == '\ufeff'
                || Character.getType(unit) == Character.FORMAT;
    }

    private static char baseLetter(char unit) {
        // Yeh with hamza is a letter of its own in Kurdish (it carries a word's first vowel).
        if (unit == 'ئ' || !Character.isLetter(unit) || isHangul(unit)) {
            return unit;
        }
        return Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFKD).charAt(0);
    }

    private static boolean isHangul(char unit) {
        return Character.UnicodeScript.of(unit) == Character.UnicodeScript.HANGUL;
    }

    private static char lowerCase(char unit) {
        return String.valueOf(unit).toLowerCase(Locale.ROOT).charAt(0);
    }

    private static char commonForm(char unit) {
        return switch (unit) {
            case 'ك', 'ڪ' -> 'ک';
            case 'ي', 'ى', 'ێ', 'ې', 'ے' -> 'ی';
            case 'ە', 'ھ', 'ہ', 'ة', 'ۀ' -> 'ه';
            case 'ڕ' -> 'ر';
            case 'ڵ' -> 'ل';
            case 'ۆ', 'ۇ', 'ۊ' -> 'و';
            case 'ٱ' -> 'ا';
            case 'ı' -> 'i';
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ' -> 'd';
            case 'ß' -> 's';
            case 'æ' -> 'a';
            case '’', '‘', 'ʼ' -> '\'';
            case '“', '”', '«', '»' -> '"';
            default -> unit;
        };
    }
}
