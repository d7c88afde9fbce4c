package dev.tidings.text.segment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Counts the words that need no rule: UAX 29 never joins anything across a space or a line feed, and between two of
 * them a run of letters and digits of alphabets without dictionaries is one word. What is not so plain is gathered,
 * still parted by spaces, for the rules.
 */
final class PlainWords {

    private static final byte BESIDE = 0;
    private static final byte WORD = 1;
    /** Joins two words of letters or digits that it stands between: the stop of U.S., the apostrophe of don't. */
    private static final byte MIDDLE = 2;

    private static final byte SPACE = 3;
    private static final byte ODD = 4;

    /** Up to Arabic and Syriac; the scripts behind write vowels as marks or words without spaces. */
    private static final int FIRST_ODD_LETTER = 0x0900;

    private static final byte[] CLASSES = classTable();

    private final String text;
    private final StringBuilder odd = new StringBuilder();
    private int count;

    PlainWords(String text) {
        this.text = text;
        int start = 0;
        while (start < text.length()) {
            int end = readWord(start);
            start = end + 1;
        }
    }

    /** Returns the number of plain words. */
    int wordCount() {
        return count;
    }

    /** Returns what is not plain, for the rules to count. */
    String remainingText() {
        return odd.toString();
    }

    /** Counts the words up to the next space and returns where it is. */
    private int readWord(int start) {
        int words = 0;
        byte before = BESIDE;
        boolean plain = true;
        int at = start;
        for (; at < text.length(); at++) {
            byte unit = CLASSES[text.charAt(at)];
            if (unit == SPACE) {
                break;
            }
            boolean joined = unit == WORD && before == MIDDLE && at - start > 1 && isWord(at - 2);
            plain &= unit != ODD && !joined;
            words += unit == WORD && before != WORD ? 1 : 0;
            before = unit;
        }
        if (plain) {
            count += words;
        } else {
            odd.append(' ').append(text, start, at);
        }
        return at;
    }

    private boolean isWord(int at) {
        return CLASSES[text.charAt(at)] == WORD;
    }

    private static byte[] classTable() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < classes.length; unit++) {
            classes[unit] = classOf((char) unit);
        }
        return classes;
    }

    private static byte classOf(char unit) {
        return switch (UCharacter.getIntPropertyValue(unit, UProperty.WORD_BREAK)) {
            case UCharacter.WordBreak.ALETTER, UCharacter.WordBreak.NUMERIC -> unit < FIRST_ODD_LETTER ? WORD : ODD;
            case UCharacter.WordBreak.MIDLETTER,
                    UCharacter.WordBreak.MIDNUM,
                    UCharacter.WordBreak.MIDNUMLET,
                    UCharacter.WordBreak.SINGLE_QUOTE -> MIDDLE;
            case UCharacter.WordBreak.LF -> SPACE;
            case UCharacter.WordBreak.OTHER, UCharacter.WordBreak.DOUBLE_QUOTE -> isBeside(unit) ? BESIDE : ODD;
            default -> unit == ' ' ? SPACE : ODD;
        };
    }

    /** Punctuation that is part of no word, and nothing else. */
    private static boolean isBeside(char unit) {
        int type = Character.getType(unit);
        return (unit < FIRST_ODD_LETTER || (unit >= '\u2010' && unit <= '\u205e'))
                && (type == Character.OTHER_PUNCTUATION
                        || type == Character.DASH_PUNCTUATION
                        || type == Character.START_PUNCTUATION
                        || type == Character.END_PUNCTUATION
                        || type == Character.INITIAL_QUOTE_PUNCTUATION
                        || type == Character.FINAL_QUOTE_PUNCTUATION)
                && !UCharacter.hasBinaryProperty(unit, UProperty.EXTENDED_PICTOGRAPHIC);
    }
}
