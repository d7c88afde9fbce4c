package dev.tidings.streams.enrich.keyword;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.Arrays;

/**
 * How often phrases of two or three words are met, and where first; of one text after another, in memory that is used
 * again.
 */
final class PhraseCounts {

    /** Enough for the number of any word of a text as long as is read. */
    private static final int WORD_BITS = 21;

    private static final int MIN_CAPACITY = 64;

    private final WordNumbering phrases = new WordNumbering();
    private int[] firsts = {};
    private int[] lasts = {};
    private int[] counts = {};

    /** Takes a phrase: its first and last token where it is met first, and how often it is. */
    interface Visitor {
        void visit(int first, int last, int count);
    }

    /** Forgets all phrases, before those of a text of so many tokens. */
    void clear(int tokens) {
        Arrays.fill(counts, 0, phrases.size(), 0);
        phrases.clear(tokens);
    }

    void countPhrase(Tokens tokens, int first, int last) {
        long words = 0;
        for (int token = first; token <= last; token++) {
            words = (words << WORD_BITS) | (tokens.wordNumber(token) + 1);
        }
        int phrase = phrases.getOrAssign(words);
        if (phrase >= counts.length) {
            grow();
        }
        if (counts[phrase]++ == 0) {
            firsts[phrase] = first;
            lasts[phrase] = last;
        }
    }

    private void grow() {
        int length = Math.max(MIN_CAPACITY, 2 * counts.length);
        firsts = Arrays.copyOf(firsts, length);
        lasts = Arrays.copyOf(lasts, length);
        counts = Arrays.copyOf(counts, length);
    }

    /** Shows each phrase, in the order they are met first. */
    void forEach(Visitor visitor) {
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            visitor.visit(firsts[phrase], lasts[phrase], counts[phrase]);
        }
    }
}
