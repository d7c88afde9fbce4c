package dev.tidings.streams.enrich.token;

import dev.tidings.text.orthography.MatchKey;
import java.util.Arrays;

/** Cuts a text into tokens and keeps them as parallel arrays, filled up to {@link #size}. */
final class Tokenizer {

    private static final int KIND = CharacterClass.LETTER | CharacterClass.DIGIT;
    private static final int INITIAL_KEY_CHARS = 64;

    int[] starts;
    int[] ends;
    int[] spans;
    /** {@link CharacterClass} of the first character. */
    byte[] traits;
    /** Number of the key among the distinct ones. */
    int[] words;

    int size;
    final DistinctKeys keys;

    private final char[] text;
    private char[] key;

    Tokenizer(String text) {
        this.text = text.toCharArray();
        int guess = 16 + text.length() / 4;
        this.starts = new int[guess];
        this.ends = new int[guess];
        this.spans = new int[guess];
        this.traits = new byte[guess];
        this.words = new int[guess];
        this.keys = new DistinctKeys(guess / 2);
        this.key = new char[INITIAL_KEY_CHARS];
    }

    void tokenizeSpan(Span stretch, int span) {
        int at = stretch.start();
        while (at < stretch.end()) {
            int codePoint = codePointAt(at);
            int next = at + Character.charCount(codePoint);
            int first = CharacterClass.of(codePoint);
            if ((first & CharacterClass.SPACE) == 0) {
                boolean single = (first & KIND) == 0 || (first & CharacterClass.ALONE) != 0;
                int end = Math.min(single ? next : findTokenEnd(next, first & KIND, stretch.end()), stretch.end());
                addToken(at, end, span, first);
                // Half a character at the end of a stretch belongs to the token before it.
                next = Math.max(next, end);
            }
            at = next;
        }
    }

    private int findTokenEnd(int from, int kind, int limit) {
        int at = from;
        while (at < limit) {
            int codePoint = codePointAt(at);
            int next = CharacterClass.of(codePoint);
            boolean more = (next & CharacterClass.CONTINUES) != 0
                    || ((next & KIND) == kind && (next & CharacterClass.ALONE) == 0);
            if (!more || (next & CharacterClass.SPACE) != 0) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private int codePointAt(int at) {
        char unit = text[at];
        return Character.isHighSurrogate(unit) ? Character.codePointAt(text, at) : unit;
    }

    private void addToken(int start, int end, int span, int first) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        spans[size] = span;
        traits[size] = (byte) first;
        words[size] = numberOfKey(start, end);
        size++;
    }

    private int numberOfKey(int start, int end) {
        if (end - start > key.length) {
            key = new char[end - start];
        }
        return keys.getOrAssign(key, MatchKey.foldTo(text, start, end, key));
    }

    private void grow() {
        int length = 2 * size;
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
        spans = Arrays.copyOf(spans, length);
        traits = Arrays.copyOf(traits, length);
        words = Arrays.copyOf(words, length);
    }
}
