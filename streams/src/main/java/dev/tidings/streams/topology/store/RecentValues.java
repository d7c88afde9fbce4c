package dev.tidings.streams.topology.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A cache of the values last read from a store or written to it. A decision reads each key and then writes it, so half
 * of all reads need not go to the store. Correct only as long as nobody else writes to the store. For one thread.
 */
public final class RecentValues<K, V> {

    private final Map<K, V> values = new LinkedHashMap<>();
    private final int most;

    /** Makes an empty cache of so many values at most. */
    public RecentValues(int most) {
        this.most = most;
    }

    /** Returns the value of a key, from the store unless it is known. */
    public V get(K key, Function<K, V> store) {
        V known = values.get(key);
        if (known != null) {
            return known;
        }
        V read = store.apply(key);
        put(key, read);
        return read;
    }

    /** Notes what now stands under a key. */
    public void put(K key, V value) {
        values.put(key, value);
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
    }
}
