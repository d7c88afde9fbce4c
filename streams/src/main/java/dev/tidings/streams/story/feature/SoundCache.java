package dev.tidings.streams.story.feature;

import java.util.function.ToLongFunction;

/**
 * Remembers the sounds of words: most words of an article were in one before, and a sound is dear where a script has to
 * be written in Latin letters first. Bounded, since a word is forgotten when two newer ones have taken its place and
 * the one beside it. For one thread.
 *
 * <p>A word is known by a hash of 64 bits alone, and lies beside its sound: one look into the memory answers. That two
 * words of all that a thread will ever meet share one is less likely than that the memory fails.
 */
final class SoundCache {

    private static final int WORDS = 1 << 16;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final ToLongFunction<String> function;
    /** Hash and sound of each word, side by side; a hash of 0 is of none. */
    private final long[] table = new long[2 * WORDS];

    /** Makes an empty one for a function without side effects. */
    SoundCache(ToLongFunction<String> function) {
        this.function = function;
    }

    /** Returns the sound of the word that stands in a stretch of a text. */
    long getOrCompute(String text, int from, int to) {
        long hash = hash(text, from, to);
        int place = 2 * ((int) (hash >>> Integer.SIZE) & (WORDS - 1));
        if (table[place] == hash) {
            return table[place + 1];
        }
        int neighbour = place ^ 2;
        if (table[neighbour] == hash) {
            return table[neighbour + 1];
        }
        long sound = function.applyAsLong(text.substring(from, to));
        table[neighbour] = table[place];
        table[neighbour + 1] = table[place + 1];
        table[place] = hash;
        table[place + 1] = sound;
        return sound;
    }

    private static long hash(String text, int from, int to) {
        long hash = (long) to - from;
        for (int at = from; at < to; at++) {
            hash = (hash ^ text.charAt(at)) * MULTIPLIER;
            hash ^= hash >>> Integer.SIZE;
        }
        return Math.max(1, hash & Long.MAX_VALUE);
    }
}
