package dev.tidings.streams.dedup.trace;

import java.util.stream.IntStream;

/**
 * A sentence of a text.
 *
 * @param start its first UTF-16 unit
 * @param end unit after its last
 * @param words how many symbols it has
 * @param digits codes of the numbers it states in digits, each as often as it does
 * @param spelled codes of those it spells out
 */
public record TracedSentence(int start, int end, int words, Codes digits, Codes spelled) {

    /** Returns the codes of all numbers it states. */
    public IntStream numbers() {
        return IntStream.concat(digits.stream(), spelled.stream());
    }

    /** Returns the same sentence at another place. */
    TracedSentence movedTo(int newStart, int newEnd) {
        return new TracedSentence(newStart, newEnd, words, digits, spelled);
    }
}
