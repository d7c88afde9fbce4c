package dev.tidings.app.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Something for each value of a label that strangers choose, of which there may be any number: the first are told apart,
 * all others share one. Safe for use by many threads.
 */
final class BoundedTag<T> {
    /** How many are told apart; threads that meet new values at once may make it a few more. */
    static final int MAX_VALUES = 100;

    /** What the others are called. */
    static final String OTHER = "other";

    private final Map<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> maker;

    /**
     * Makes it.
     *
     * @param maker makes what belongs to a value
     */
    BoundedTag(Function<String, T> maker) {
        this.maker = maker;
    }

    /** Returns what belongs to a value. */
    T get(String value) {
        T found = known.get(value);
        if (found != null) {
            return found;
        }
        return known.computeIfAbsent(known.size() < MAX_VALUES ? value : OTHER, maker);
    }
}
