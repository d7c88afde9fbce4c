package dev.tidings.text.language;

import java.util.Arrays;

/**
 * The features of an excerpt: the hashes of all 1- to 5-grams of {@code _word_} and of whole words, of one script only.
 * Reused by its thread.
 *
 * <p>The model and its training must walk the very same features, so both go through this class.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class NgramFeatures {
    static final int MAX_GRAM_CHARS = 5;
    private static final int MAX_WORD_CHARS = 24;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long WORD_SEED = 0x5851F42D4C957F2DL;

    private long[] hashes = new long[1024];
    private int size;
    private final ScriptWords words = new ScriptWords();

    public int size() {
        return size;
    }

    public long hash(int i) {
        return hashes[i];
    }

    /** Replaces the content by the features of the words of {@code script}; letters of other scripts end a word. */
    public void collectFeatures(TextExcerpt textExcerpt, int script) {
        clear();
        words.begin(textExcerpt, script);
        while (words.readNext()) {
            addWord(words.units(), words.length());
        }
    }

    void clear() {
        size = 0;
    }

    /** Returns how many features a word has of so many characters, edges included. */
    static int countOf(int length) {
        int shorter = MAX_GRAM_CHARS - 1;
        int grams = length <= MAX_GRAM_CHARS
                ? length * (length + 1) / 2 - 1
                : (length - shorter) * MAX_GRAM_CHARS + shorter * (shorter + 1) / 2 - 1;
        return grams + (hasOwnFeature(length) ? 1 : 0);
    }

    private static boolean hasOwnFeature(int length) {
        return length > MAX_GRAM_CHARS && length <= MAX_WORD_CHARS + 2;
    }

    /** Adds the features of a word, given with its edges; behind it so many places may be read as a gram has. */
    void addWord(char[] word, int n) {
        reserveRoom(n * MAX_GRAM_CHARS + 1);
        addGrams(word, n);
        if (hasOwnFeature(n)) {
            hashes[size++] = wordHash(word, n);
        }
    }

    /**
     * Adds the grams of all lengths, five from each place. Near the end of the word those that would run over it are
     * written too and then written over: words are short, and a branch for them would mostly be guessed wrong.
     */
    private void addGrams(char[] w, int n) {
        long[] out = hashes;
        int k = size;
        for (int i = 0; i < n - 1; i++) {
            long h = hashStep(0, w[i]);
            out[k] = h;
            h = hashStep(h, w[i + 1]);
            out[k + 1] = h;
            h = hashStep(h, w[i + 2]);
            out[k + 2] = h;
            h = hashStep(h, w[i + 3]);
            out[k + 3] = h;
            out[k + 4] = hashStep(h, w[i + 4]);
            k += Math.min(MAX_GRAM_CHARS, n - i);
        }
        size = k;
    }

    private static long hashStep(long hash, char next) {
        long h = (hash + next + 1) * FACTOR;
        return h ^ (h >>> 32);
    }

    private static long wordHash(char[] word, int n) {
        long h = WORD_SEED;
        for (int j = 0; j < n; j++) {
            h = hashStep(h, word[j]);
        }
        return h;
    }

    private void reserveRoom(int more) {
        if (size + more > hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(2 * hashes.length, size + more));
        }
    }
}
