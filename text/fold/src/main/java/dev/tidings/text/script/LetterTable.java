package dev.tidings.text.script;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is written for each letter of a language, by UTF-16 unit. Immutable, safe for any thread. */
final class LetterTable {

    /** Latin, Cyrillic and Arabic letters and the usual apostrophes lie below. */
    private static final int UNITS = 0x2040;

    private static final int ASCII = 0x80;

    /** What is typed for U+02BB and U+02BC, the two signs of the Uzbek alphabet, and for their like. */
    private static final String APOSTROPHES = "'`´ʹʺʻʼʽʾʿˈˊˋ‘’‛′‵";

    /** Marks of letters that are other letters without them: й ў ё, ý î û ş ç. */
    private static final char[] MARKS = {'\u0301', '\u0302', '\u0306', '\u0308', '\u0327'};

    /** Entries from here on are no letters; private code points, so no table writes one of them. */
    private static final char SPECIAL = '\ue000';
    /** Entry of a unit that is left out. */
    private static final char DROPPED = SPECIAL;
    /** Entry of a unit that is left out behind a letter. */
    private static final char APOSTROPHE = SPECIAL + 1;
    /** Entries from here on number {@link #several}. */
    private static final char SEVERAL = SPECIAL + 2;

    /** Most letters that are written for one. */
    private static final int MAX_LETTERS = 2;

    /** In place of a letter: none is left out before this one. */
    private static final int NONE = -1;
    /** In place of a letter: none is written yet. */
    private static final int START = -2;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private final char[] entries;
    private final String[] several;
    private final int[] droppedBefore;

    private LetterTable(Builder builder) {
        entries = builder.entries;
        several = builder.several.toArray(String[]::new);
        droppedBefore = builder.droppedBefore;
    }

    /**
     * Returns a text with the letters of this table replaced.
     *
     * @param text any UTF-16
     * @return the very text when it has none of them
     */
    String convert(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < UNITS && entries[unit] != unit) {
                return replaceLetters(composed(text).toCharArray());
            }
        }
        return text;
    }

    private static String composed(String text) {
        for (char mark : MARKS) {
            if (text.indexOf(mark) >= 0) {
                return NFC.normalize(text);
            }
        }
        return text;
    }

    /** Every letter of a text passes here, hence the local variables. */
    private String replaceLetters(char[] units) {
        char[] written = new char[units.length * MAX_LETTERS];
        char[] table = entries;
        int[] dropped = droppedBefore;
        int length = 0;
        int last = START;
        for (int at = 0; at < units.length; at++) {
            char unit = units[at];
            char entry = unit < UNITS ? table[unit] : unit;
            if (entry >= SPECIAL && unit < UNITS) {
                length = writeSpecial(units, at, written, length);
                last = length == 0 ? START : written[length - 1];
            } else {
                if (entry < ASCII && dropped[entry] == last) {
                    length--;
                }
                written[length++] = entry;
                last = entry;
            }
        }
        return new String(written, 0, length);
    }

    /** Writes what is written for a unit that is not replaced by a single letter, and returns where that ends. */
    private int writeSpecial(char[] units, int at, char[] written, int length) {
        char entry = entries[units[at]];
        int end = length;
        if (entry >= SEVERAL) {
            String letters = several[entry - SEVERAL];
            if (end > 0 && droppedBefore[letters.charAt(0)] == written[end - 1]) {
                end--;
            }
            letters.getChars(0, letters.length(), written, end);
            end += letters.length();
        } else if (entry == APOSTROPHE && !(at > 0 && Character.isLetter(units[at - 1]))) {
            written[end++] = units[at];
        }
        return end;
    }

    /** Collects a table; for one thread, and one table. */
    static final class Builder {

        private final char[] entries = new char[UNITS];
        private final List<String> several = new ArrayList<>();
        private final int[] droppedBefore = new int[ASCII];

        Builder() {
            for (char unit = 0; unit < UNITS; unit++) {
                entries[unit] = unit;
            }
            Arrays.fill(droppedBefore, NONE);
        }

        /** Takes words of a letter and what is written for it and its capital: nothing, a letter, or some of ASCII. */
        Builder write(String words) {
            for (String word : words.split(" ", -1)) {
                char letter = word.charAt(0);
                entries[letter] = encodeEntry(word.substring(1));
                entries[Character.toUpperCase(letter)] = entries[letter];
            }
            return this;
        }

        private char encodeEntry(String letters) {
            if (letters.length() < MAX_LETTERS) {
                return letters.isEmpty() ? DROPPED : letters.charAt(0);
            }
            several.add(letters);
            return (char) (SEVERAL + several.size() - 1);
        }

        /** Leaves out apostrophes behind letters: fonts and keyboards have all kinds of them, and many writers none. */
        Builder dropApostrophes() {
            APOSTROPHES.chars().forEach(apostrophe -> entries[apostrophe] = APOSTROPHE);
            return this;
        }

        /** Takes words of two letters, of which the first is left out before the second; capitals become small. */
        Builder dropBefore(String words) {
            for (String word : words.split(" ", -1)) {
                droppedBefore[word.charAt(1)] = word.charAt(0);
            }
            for (char capital = 'A'; capital <= 'Z'; capital++) {
                if (entries[capital] == capital) {
                    entries[capital] = (char) (capital - 'A' + 'a');
                }
            }
            return this;
        }

        LetterTable build() {
            return new LetterTable(this);
        }
    }
}
