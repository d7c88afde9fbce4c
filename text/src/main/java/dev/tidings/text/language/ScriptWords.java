package dev.tidings.text.language;

import java.util.Arrays;

/**
 * The words of one script in an excerpt, one after the other, each between two {@link #EDGE}s; letters of other scripts
 * end a word. Reused by its thread.
 */
final class ScriptWords {
    static final char EDGE = '_';

    /** Places behind a word that may be read, whatever stands there. */
    private static final int MARGIN = NgramFeatures.MAX_GRAM_CHARS;

    private char[] word = new char[256];
    private int length;
    private char[] text = {};
    private int end;
    private int next;
    private int script;

    ScriptWords() {
        word[0] = EDGE;
    }

    /** Goes to the beginning of an excerpt. */
    void begin(TextExcerpt textExcerpt, int scriptNumber) {
        text = textExcerpt.folded();
        end = textExcerpt.length();
        script = scriptNumber;
        next = 0;
    }

    /** Reads the next word; returns false when there is none. */
    boolean readNext() {
        int n = 1;
        while (next < end) {
            char c = text[next++];
            if (c != LetterClasses.BOUNDARY && isOfScript(LetterClasses.scriptOf(c))) {
                word = n + MARGIN < word.length ? word : Arrays.copyOf(word, 2 * word.length);
                word[n++] = c;
            } else if (n > 1) {
                break;
            }
        }
        word[n] = EDGE;
        length = n + 1;
        return n > 1;
    }

    private boolean isOfScript(int letterScript) {
        return letterScript == script || letterScript == Scripts.COMMON;
    }

    /** Returns the word in the first {@link #length} places, valid until the next one is read. */
    char[] units() {
        return word;
    }

    /** Returns the length of the word with its edges, 3 or more. */
    int length() {
        return length;
    }
}
