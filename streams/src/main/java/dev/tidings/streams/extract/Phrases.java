package dev.tidings.streams.extract;

import java.util.BitSet;
import java.util.List;

/** A list of phrases to look for in many lines, in one pass over each. Immutable. */
final class Phrases {

    private final List<String> phrases;
    /** The pairs of units that phrases begin with, hashed: hardly any place in a line begins with one. */
    private final BitSet beginnings = new BitSet(1 << Character.SIZE);

    /** Takes phrases of at least two units. */
    Phrases(List<String> phrases) {
        this.phrases = List.copyOf(phrases);
        phrases.forEach(phrase -> beginnings.set(pair(phrase, 0)));
    }

    /** Returns whether a line holds one of them. */
    boolean isIn(String line) {
        for (int at = 0; at + 1 < line.length(); at++) {
            if (beginnings.get(pair(line, at)) && startsAt(line, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsAt(String line, int at) {
        for (String phrase : phrases) {
            if (line.startsWith(phrase, at)) {
                return true;
            }
        }
        return false;
    }

    private static int pair(String text, int at) {
        return (31 * text.charAt(at) + text.charAt(at + 1)) & Character.MAX_VALUE;
    }
}
