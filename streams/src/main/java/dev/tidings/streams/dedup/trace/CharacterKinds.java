package dev.tidings.streams.dedup.trace;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What UTF-16 units are to the {@link SentenceScanner}, as bits in a table. */
final class CharacterKinds {

    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    static final byte SPACE = 4;
    static final byte UPPER = 8;
    static final byte LOWER = 16;
    /** Of a script that puts no spaces between words. */
    static final byte UNSPACED = 32;
    /** Ends a sentence. */
    static final byte STOP = 64;

    static final byte WORD = LETTER | DIGIT;
    /** What a scanner has to look at. */
    static final byte MARKS = UPPER | DIGIT | STOP;

    private static final String STOPS = ".!?؟۔।…։።";
    /** After these no space is needed. */
    private static final String IDEOGRAPHIC_STOPS = "。！？";

    private static final Set<UnicodeScript> UNSPACED_SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private static final byte[] TABLE = buildTable();

    private CharacterKinds() {}

    static byte of(char unit) {
        return TABLE[unit];
    }

    /** Returns the first unit from a place on that a scanner has to look at, or the end. */
    static int skipUnmarked(char[] text, int from, int to) {
        byte[] table = TABLE;
        int at = from;
        while (at < to && (table[text[at]] & MARKS) == 0) {
            at++;
        }
        return at;
    }

    static boolean isIdeographicStop(char unit) {
        return IDEOGRAPHIC_STOPS.indexOf(unit) >= 0;
    }

    private static byte[] buildTable() {
        byte[] table = new byte[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < table.length; unit++) {
            table[unit] = kindsOf((char) unit);
        }
        return table;
    }

    private static byte kindsOf(char unit) {
        if (Character.isWhitespace(unit) || Character.isSpaceChar(unit)) {
            return SPACE;
        }
        if (STOPS.indexOf(unit) >= 0 || isIdeographicStop(unit)) {
            return STOP;
        }
        if (Character.isDigit(unit)) {
            return DIGIT;
        }
        int type = Character.getType(unit);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        // Half of a pair is most likely half of a letter.
        if (!Character.isLetter(unit) && !mark && !Character.isSurrogate(unit)) {
            return 0;
        }
        return (byte) (LETTER
                | (Character.isUpperCase(unit) || Character.isTitleCase(unit) ? UPPER : 0)
                | (Character.isLowerCase(unit) ? LOWER : 0)
                | (UNSPACED_SCRIPTS.contains(UnicodeScript.of(unit)) ? UNSPACED : 0));
    }
}
