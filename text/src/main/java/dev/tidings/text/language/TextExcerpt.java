package dev.tidings.text.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a text that is read, folded: all of a short text, three windows of a long one. Reused by its thread.
 *
 * <p>Where the windows of a long text hold hardly any letters (a page that begins with a table, say) the whole text is
 * searched for letters instead, so the work stays linear in the length.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class TextExcerpt {
    /** Characters of a window; longer windows do not improve the answer, not even for sister languages. */
    public static final int WINDOW = 320;

    private static final int FEW_LETTERS = 40;
    private static final int MAX_MARKS_PER_LETTER = 3;
    private static final double[] WEIGHT = scriptWeights();

    private final int window;
    private final char[] folded;
    /** The units read at the moment: an array is read in half the time that a string is. */
    private final char[] units = new char[256];

    private final int[] letters = new int[Scripts.scriptCount()];
    private int length;
    private boolean inWord;
    private int marks;

    /** An excerpt of three windows of {@code window} characters. */
    public TextExcerpt(int window) {
        this.window = window;
        this.folded = new char[3 * window + 2];
    }

    public void readText(CharSequence text) {
        clear();
        int n = text.length();
        if (n <= 3 * window) {
            appendPart(text, 0, n);
            return;
        }
        appendPart(text, 0, window);
        appendPart(text, wordStart(text, (n - window) / 2), window);
        appendPart(text, wordStart(text, n - window), window);
        if (letterCount() < FEW_LETTERS) {
            clear();
            appendPart(text, 0, n);
        }
    }

    /** Returns whether a text is longer than what is read of it. */
    boolean isPartOf(CharSequence text) {
        return text.length() > 3 * window;
    }

    char[] folded() {
        return folded;
    }

    int length() {
        return length;
    }

    /** Returns how many letters of a script were read. */
    int letterCount(int script) {
        return letters[script];
    }

    /**
     * Returns the script to judge the text by, {@link Scripts#COMMON} if there is no letter: the one with the most
     * letters, European letters standing for less. Pages in other scripts are full of Latin boilerplate and
     * addresses, and hardly ever the other way round.
     */
    public int mainScript() {
        int best = Scripts.COMMON;
        for (int script = Scripts.OTHER; script < letters.length; script++) {
            if (letters[script] > 0 && WEIGHT[script] * letters[script] > WEIGHT[best] * letters[best]) {
                best = script;
            }
        }
        return best;
    }

    /** Returns the script with the most letters, all letters being equal. */
    public int commonestScript() {
        int best = Scripts.COMMON;
        for (int script = Scripts.OTHER; script < letters.length; script++) {
            if (letters[script] > letters[best]) {
                best = script;
            }
        }
        return best;
    }

    private static double[] scriptWeights() {
        double[] weights = new double[Scripts.scriptCount()];
        Arrays.fill(weights, 1);
        for (String european : List.of("Latn", "Cyrl", "Grek")) {
            weights[Scripts.scriptNumber(european)] = 0.4;
        }
        return weights;
    }

    private int letterCount() {
        int count = 0;
        for (int ofScript : letters) {
            count += ofScript;
        }
        return count;
    }

    private void clear() {
        length = 0;
        Arrays.fill(letters, 0);
    }

    /** Appends at most {@code limit} characters from {@code from} on, boundaries squeezed, as far as there is room. */
    private void appendPart(CharSequence text, int from, int limit) {
        int end = Math.min(text.length(), from + limit);
        inWord = false;
        marks = 0;
        for (int at = from; at < end && length < folded.length - 1; at += units.length) {
            int count = Math.min(units.length, end - at);
            copyPart(text, at, at + count);
            appendUnits(count);
        }
        if (inWord) {
            folded[length++] = LetterClasses.BOUNDARY;
        }
    }

    private void copyPart(CharSequence text, int from, int end) {
        if (text instanceof String string) {
            string.getChars(from, end, units, 0);
            return;
        }
        for (int i = from; i < end; i++) {
            units[i - from] = text.charAt(i);
        }
    }

    private void appendUnits(int count) {
        char[] out = folded;
        int n = length;
        int script = Scripts.COMMON;
        int ofScript = 0;
        for (int i = 0; i < count && n < out.length - 1; i++) {
            char letter = LetterClasses.foldChar(units[i]);
            if (letter > LetterClasses.NOTHING) {
                out[n++] = letter;
                // Counted once a run: neighbours are mostly of one script.
                if (LetterClasses.scriptOf(letter) != script) {
                    letters[script] += ofScript;
                    script = LetterClasses.scriptOf(letter);
                    ofScript = 0;
                }
                ofScript++;
                inWord = true;
                marks = 0;
            } else if (letter == LetterClasses.BOUNDARY) {
                out[n] = LetterClasses.BOUNDARY;
                n += inWord ? 1 : 0;
                inWord = false;
            } else if (inWord && LetterClasses.isDiacritic(units[i]) && marks++ < MAX_MARKS_PER_LETTER) {
                out[n - 1] = composePair(out[n - 1], units[i]);
            }
        }
        letters[script] += ofScript;
        length = n;
    }

    /** Decomposed text must read like composed text: an e with an acute accent behind it is an é. */
    private static char composePair(char letter, char mark) {
        String pair = Normalizer.normalize(String.valueOf(new char[] {letter, mark}), Normalizer.Form.NFC);
        return pair.length() == 1 ? pair.charAt(0) : letter;
    }

    private int wordStart(CharSequence text, int from) {
        int limit = Math.min(text.length(), from + window / 8);
        for (int i = from; i < limit; i++) {
            if (LetterClasses.foldChar(text.charAt(i)) == LetterClasses.BOUNDARY) {
                return i;
            }
        }
        return from;
    }
}
