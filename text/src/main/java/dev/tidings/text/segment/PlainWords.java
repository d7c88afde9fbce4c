package dev.tidings.text.segment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Counts the words that need few rules: UAX 29 never joins anything across a space or a line feed, and between two of
 * them a run of letters and digits of alphabets without dictionaries is one word, with the marks behind its letters and
 * with signs between two letters or two digits ({@code don't}, {@code 3.5}). What is not so plain is gathered, still
 * parted by spaces, for all the rules.
 */
final class PlainWords {

    private static final byte BESIDE = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte WORD = LETTER | DIGIT;
    /** Two letters, or digits, that it stands between are of one word; that many bits above what it joins. */
    private static final int JOINS = 2;

    private static final byte JOINS_LETTERS = LETTER << JOINS;
    private static final byte JOINS_DIGITS = DIGIT << JOINS;
    /** Belongs to what it stands behind. */
    private static final byte MARK = 16;

    private static final byte SPACE = 32;
    private static final byte ODD = 64;

    /** Up to Arabic and Syriac; of the scripts behind most write vowels as marks or words without spaces. */
    private static final int FIRST_ODD_LETTER = 0x0900;

    private static final int FIRST_ETHIOPIC = 0x1200;
    private static final int LAST_ETHIOPIC = 0x137f;

    private static final byte[] CLASSES = classTable();

    private final char[] text;
    private final StringBuilder odd = new StringBuilder();
    private int count;

    PlainWords(String text) {
        this.text = text.toCharArray();
        int start = 0;
        while (start < this.text.length) {
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
        byte[] classes = CLASSES;
        int words = 0;
        int before = BESIDE;
        int beforeThat = BESIDE;
        int all = 0;
        int at = start;
        for (; at < text.length; at++) {
            int unit = classes[text[at]];
            if (unit == SPACE) {
                break;
            }
            all |= unit;
            if (unit != MARK) {
                boolean joined = (before & WORD) != 0 || (before >> JOINS & beforeThat & unit) != 0;
                words += (unit & WORD) != 0 && !joined ? 1 : 0;
                beforeThat = before;
                before = unit;
            }
        }
        if ((all & ODD) == 0) {
            count += words;
        } else {
            odd.append(' ').append(text, start, at - start);
        }
        return at;
    }

    private static byte[] classTable() {
        BreakIterator rules = BreakIterator.getWordInstance(ULocale.ROOT);
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < classes.length; unit++) {
            classes[unit] = classOf((char) unit, rules);
        }
        return classes;
    }

    private static byte classOf(char unit, BreakIterator rules) {
        return switch (UCharacter.getIntPropertyValue(unit, UProperty.WORD_BREAK)) {
            case UCharacter.WordBreak.ALETTER -> isOfPlainScript(unit) ? LETTER : ODD;
            case UCharacter.WordBreak.NUMERIC -> isOfPlainScript(unit) ? DIGIT : ODD;
            case UCharacter.WordBreak.EXTEND -> isOfPlainScript(unit) ? MARK : ODD;
            case UCharacter.WordBreak.MIDLETTER,
                    UCharacter.WordBreak.MIDNUM,
                    UCharacter.WordBreak.MIDNUMLET,
                    UCharacter.WordBreak.SINGLE_QUOTE -> joins(unit, rules);
            case UCharacter.WordBreak.LF -> SPACE;
            case UCharacter.WordBreak.OTHER, UCharacter.WordBreak.DOUBLE_QUOTE -> isBeside(unit) ? BESIDE : ODD;
            default -> unit == ' ' ? SPACE : ODD;
        };
    }

    private static boolean isOfPlainScript(char unit) {
        return unit < FIRST_ODD_LETTER || (unit >= FIRST_ETHIOPIC && unit <= LAST_ETHIOPIC);
    }

    /** Asks the rules, since those of ICU's root locale join less than UAX 29 says: no colon joins letters. */
    private static byte joins(char unit, BreakIterator rules) {
        return (byte) ((isOneWord("a" + unit + "a", rules) ? JOINS_LETTERS : 0)
                | (isOneWord("1" + unit + "1", rules) ? JOINS_DIGITS : 0));
    }

    private static boolean isOneWord(String text, BreakIterator rules) {
        rules.setText(text);
        return rules.next() == text.length();
    }

    /** Punctuation that is part of no word, and nothing else. */
    private static boolean isBeside(char unit) {
        int type = Character.getType(unit);
        return (isOfPlainScript(unit) || (unit >= '\u2010' && unit <= '\u205e'))
                && (type == Character.OTHER_PUNCTUATION
                        || type == Character.DASH_PUNCTUATION
                        || type == Character.START_PUNCTUATION
                        || type == Character.END_PUNCTUATION
                        || type == Character.INITIAL_QUOTE_PUNCTUATION
                        || type == Character.FINAL_QUOTE_PUNCTUATION)
                && !UCharacter.hasBinaryProperty(unit, UProperty.EXTENDED_PICTOGRAPHIC);
    }
}
