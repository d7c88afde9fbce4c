package dev.tidings.text.segment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * What of a text its sentences hang on. By UAX 29 a sentence ends at a mark or a line's end, as the characters before
 * and after that say up to the next letter; of a stretch from a letter to the next such place the middle tells
 * nothing.
 */
final class SentenceOutline {

    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte END = 2;
    /** Kind of a character that belongs to the one before it, or is half of a surrogate pair. */
    private static final byte DEPENDENT = 3;

    private static final byte[] CLASSES = classTable();

    private SentenceOutline() {}

    /** Returns a text with as many sentences, each as blank as it was. */
    static String outlineOf(String text) {
        StringBuilder outline = new StringBuilder(text.length() / 8 + 16);
        int at = 0;
        while (at < text.length()) {
            int end = CLASSES[text.charAt(at)] == LETTER ? endOf(text, at) : at + 1;
            appendOutline(text, at, end, outline);
            at = end;
        }
        return outline.toString();
    }

    private static int endOf(String text, int from) {
        int at = from;
        while (at < text.length() && CLASSES[text.charAt(at)] != END) {
            at++;
        }
        return at;
    }

    private static void appendOutline(String text, int start, int end, StringBuilder outline) {
        if (end - start <= 2 || CLASSES[text.charAt(end - 1)] == DEPENDENT) {
            outline.append(text, start, end);
        } else {
            outline.append(text.charAt(start)).append(text.charAt(end - 1));
        }
    }

    private static byte[] classTable() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < classes.length; unit++) {
            classes[unit] = Character.isSurrogate((char) unit) ? DEPENDENT : classOf(unit);
        }
        return classes;
    }

    private static byte classOf(int unit) {
        return switch (UCharacter.getIntPropertyValue(unit, UProperty.SENTENCE_BREAK)) {
            case UCharacter.SentenceBreak.UPPER, UCharacter.SentenceBreak.LOWER, UCharacter.SentenceBreak.OLETTER ->
                LETTER;
            case UCharacter.SentenceBreak.ATERM,
                    UCharacter.SentenceBreak.STERM,
                    UCharacter.SentenceBreak.SEP,
                    UCharacter.SentenceBreak.CR,
                    UCharacter.SentenceBreak.LF -> END;
            case UCharacter.SentenceBreak.EXTEND, UCharacter.SentenceBreak.FORMAT -> DEPENDENT;
            default -> OTHER;
        };
    }
}
