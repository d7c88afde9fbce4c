package dev.tidings.text.trainer;

import dev.tidings.text.language.LetterClasses;
import java.util.HashSet;
import java.util.Set;

/**
 * The text kept away from training: rows of the evaluation set, found again inside any other text by their shingles, so
 * that no sentence of theirs gets in by another road.
 */
final class HeldOutText {
    private static final int SHINGLE = 24;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Set<Long> shingles = new HashSet<>();

    void addText(String text) {
        String folded = foldText(text);
        for (int i = 0; i + SHINGLE <= folded.length(); i++) {
            shingles.add(shingleHash(folded, i));
        }
    }

    /** Returns whether {@code text} shares a run of {@value #SHINGLE} letters with a row kept away. */
    boolean sharesTextWith(String text) {
        String folded = foldText(text);
        for (int i = 0; i + SHINGLE <= folded.length(); i++) {
            if (shingles.contains(shingleHash(folded, i))) {
                return true;
            }
        }
        return false;
    }

    private static long shingleHash(String text, int from) {
        long h = 0;
        for (int i = from; i < from + SHINGLE; i++) {
            h = (h + text.charAt(i)) * FACTOR;
            h ^= h >>> 32;
        }
        return h;
    }

    private static String foldText(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = LetterClasses.foldChar(text.charAt(i));
            if (c != LetterClasses.BOUNDARY && c != LetterClasses.NOTHING) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
