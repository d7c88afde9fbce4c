package dev.tidings.streams.enrich.token;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a pure function says of match keys: most words of an article were in one before. Bounded, since a word
 * is forgotten when two newer ones have taken its place and the one beside it. Safe for use by many threads without a
 * lock: what is remembered is immutable, and a thread that misses what another has just written asks the function
 * again.
 *
 * @param <T> what the function says; immutable, never null
 */
public final class KeyCache<T> {

    private static final int MAX_WORDS = 1 << 13;
    /** A filter leaves few words to be remembered. */
    private static final int MAX_FILTERED_WORDS = 1 << 11;
    /** Longer ones are hardly met twice, and would fill the memory. */
    private static final int MAX_WORD_CHARS = 64;

    private record Entry<V>(long hash, String key, V value) {
        boolean isOf(Word word) {
            return hash == word.hash() && word.hasKey(key);
        }
    }

    private final Function<String, T> function;
    private final Predicate<Word> filter;
    private final @Nullable T otherwise;
    private final @Nullable Entry<T>[] entries;

    /** Makes the cache of a function without side effects. */
    public KeyCache(Function<String, T> function) {
        this(function, any -> true, null, MAX_WORDS);
    }

    /**
     * Makes the cache of a function without side effects that says the same of most words.
     *
     * @param filter lets through each word of which the function says something else
     * @param otherwise what it says of all others
     */
    public KeyCache(Function<String, T> function, Predicate<Word> filter, T otherwise) {
        this(function, filter, otherwise, MAX_FILTERED_WORDS);
    }

    @SuppressWarnings("unchecked")
    private KeyCache(Function<String, T> function, Predicate<Word> filter, @Nullable T otherwise, int words) {
        this.function = function;
        this.filter = filter;
        this.otherwise = otherwise;
        this.entries = (Entry<T>[]) new Entry<?>[words];
    }

    /** Returns what the function says of a word's key. */
    public T getOrCompute(Word word) {
        T other = otherwise;
        return other == null || filter.test(word) ? recallOrCompute(word) : other;
    }

    private T recallOrCompute(Word word) {
        int place = (int) (word.hash() >>> 40) & (entries.length - 1);
        Entry<T> entry = entries[place];
        if (entry != null && entry.isOf(word)) {
            return entry.value();
        }
        Entry<T> neighbour = entries[place ^ 1];
        if (neighbour != null && neighbour.isOf(word)) {
            return neighbour.value();
        }
        T value = function.apply(word.key());
        if (word.length() <= MAX_WORD_CHARS) {
            entries[place ^ 1] = entry;
            entries[place] = new Entry<>(word.hash(), word.key(), value);
        }
        return value;
    }
}
