package dev.tidings.streams.extract;

import java.util.Arrays;
import java.util.List;

/** A list of phrases to look for in many lines, in one pass over each. Immutable. */
final class Phrases {

    private static final int SLOTS = 1 << 10;

    /** The phrases by the first pair of units, hashed: hardly any place in a line begins with one. */
    private final char[][][] byPair = new char[SLOTS][0][];

    /** Takes phrases of at least two units. */
    Phrases(List<String> phrases) {
        for (String phrase : phrases) {
            int slot = slotOf(phrase.charAt(0), phrase.charAt(1));
            byPair[slot] = Arrays.copyOf(byPair[slot], byPair[slot].length + 1);
            byPair[slot][byPair[slot].length - 1] = phrase.toCharArray();
        }
    }

    /** Returns whether a line, the first units of an array, holds one of them. */
    boolean isIn(char[] line, int length) {
        for (int at = 0; at + 1 < length; at++) {
            for (char[] phrase : byPair[slotOf(line[at], line[at + 1])]) {
                if (startsAt(line, at, length, phrase)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsAt(char[] line, int at, int length, char[] phrase) {
        int end = at + phrase.length;
        return end <= length && Arrays.equals(line, at, end, phrase, 0, phrase.length);
    }

    private static int slotOf(char first, char second) {
        return (31 * first + second) & (SLOTS - 1);
    }
}
