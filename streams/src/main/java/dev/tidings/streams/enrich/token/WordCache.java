package dev.tidings.streams.enrich.token;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a pure function says of words: most words of an article were in one before. Bounded, since a word is
 * forgotten when two newer ones have taken its place and the one beside it. Safe for use by many threads without a
 * lock: what is remembered is immutable, and one that misses what another has just written asks the function again.
 *
 * @param <T> what the function says; immutable
 */
public final class WordCache<T> {

    private static final int MAX_WORDS = 1 << 14;
    /** Longer ones are hardly met twice, and would fill the memory. */
    private static final int MAX_WORD_CHARS = 64;

    private record Entry<V>(String word, V value) {}

    private final Function<String, T> function;
    private final @Nullable Entry<T>[] entries;

    /** Makes an empty one for a function without side effects. */
    @SuppressWarnings("unchecked")
    public WordCache(Function<String, T> function) {
        this.function = function;
        this.entries = (Entry<T>[]) new Entry<?>[MAX_WORDS];
    }

    /** Returns what the function says of a word. */
    public T getOrCompute(String word) {
        int hash = word.hashCode();
        int place = (hash ^ (hash >>> 15)) & (MAX_WORDS - 1);
        Entry<T> entry = entries[place];
        if (entry != null && entry.word().equals(word)) {
            return entry.value();
        }
        Entry<T> neighbour = entries[place ^ 1];
        if (neighbour != null && neighbour.word().equals(word)) {
            return neighbour.value();
        }
        T value = function.apply(word);
        if (word.length() <= MAX_WORD_CHARS) {
            entries[place ^ 1] = entry;
            entries[place] = new Entry<>(word, value);
        }
        return value;
    }
}
