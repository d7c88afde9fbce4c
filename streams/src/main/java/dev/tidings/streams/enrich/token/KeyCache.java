package dev.tidings.streams.enrich.token;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a pure function says of match keys, at the {@link Word} itself: most words of an article were in one
 * before. Safe for use by many threads without a lock: what is remembered is immutable, and a thread that misses what
 * another has just written asks the function again.
 *
 * @param <T> what the function says; immutable, never null
 */
public final class KeyCache<T> {

    /** A word of many languages is asked about for each of them. */
    private static final int MAX_ENTRIES_PER_WORD = 32;

    private final Function<String, T> function;
    private final @Nullable WordFilter filter;
    private final @Nullable T otherwise;

    /** Makes the cache of a function without side effects. */
    public KeyCache(Function<String, T> function) {
        this.function = function;
        this.filter = null;
        this.otherwise = null;
    }

    /**
     * Makes the cache of a function without side effects that says the same of most words.
     *
     * @param filter lets through each word of which the function says something else
     * @param otherwise what it says of all others
     */
    public KeyCache(Function<String, T> function, WordFilter filter, T otherwise) {
        this.function = function;
        this.filter = filter;
        this.otherwise = otherwise;
    }

    /** Returns what the function says of a word's key. */
    public T getOrCompute(Word word) {
        T other = otherwise;
        return other == null || filter == null || filter.mayHold(word) ? recallOrCompute(word) : other;
    }

    private T recallOrCompute(Word word) {
        @Nullable Object[] said = word.said;
        for (int at = 0; at < said.length; at += 2) {
            Object value = said[at + 1];
            if (said[at] == this && value != null) {
                return typed(value);
            }
        }
        T value = function.apply(word.key());
        word.said = appendValue(value, said);
        return value;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private T typed(Object value) {
        return (T) value;
    }

    private @Nullable Object[] appendValue(T value, @Nullable Object[] said) {
        int length = said.length < 2 * MAX_ENTRIES_PER_WORD ? said.length : 0;
        @Nullable Object[] more = Arrays.copyOf(said, length + 2);
        more[length] = this;
        more[length + 1] = value;
        return more;
    }
}
