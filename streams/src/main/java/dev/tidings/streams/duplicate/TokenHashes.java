package dev.tidings.streams.duplicate;

import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.TokenKind;
import java.util.TreeSet;

/**
 * Hashes over all tokens of a text, over its words alone, and of its numbers.
 *
 * @param all hash of every token in order; 0 when there is none
 * @param words hash of the tokens that are no numbers, in order; 0 when there is none
 * @param smallestNumbers the smallest hashes of the distinct numbers
 */
record TokenHashes(long all, long words, TreeSet<Character> smallestNumbers) {

    private static final long BASE = 0xbf58_476d_1ce4_e5b9L;

    static TokenHashes of(FoldedText text) {
        long all = 0;
        long words = 0;
        TreeSet<Character> numbers = new TreeSet<>();
        for (int token = 0; token < text.size(); token++) {
            long hash = text.hash(token);
            all = (all + hash) * BASE;
            if (text.kind(token) == TokenKind.NUMBER) {
                add(numbers, (char) (hash >>> 48));
            } else {
                words = (words + hash) * BASE;
            }
        }
        return new TokenHashes(all ^ (all >>> 32), words, numbers);
    }

    private static void add(TreeSet<Character> numbers, char hash) {
        boolean full = numbers.size() == ShingleSketch.NUMBERS;
        if (!full || hash < numbers.last()) {
            if (numbers.add(hash) && full) {
                numbers.pollLast();
            }
        }
    }

    char[] numbers() {
        char[] ascending = new char[smallestNumbers.size()];
        int i = 0;
        for (char number : smallestNumbers) {
            ascending[i++] = number;
        }
        return ascending;
    }
}
