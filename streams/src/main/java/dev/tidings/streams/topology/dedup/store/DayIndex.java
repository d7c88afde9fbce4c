package dev.tidings.streams.topology.dedup.store;

import dev.tidings.streams.dedup.index.DedupWindows.Window;
import dev.tidings.streams.dedup.index.Expiry;
import dev.tidings.streams.topology.store.BoundedRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Index entries that expire, in the order of days. Remembers for each window a key before which the store has nothing:
 * asking the store for every article would cost more than deciding it, since a range scan walks over all deleted
 * entries.
 */
final class DayIndex {

    private static final byte[] NOTHING = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Window, Bytes> nothingBefore = new EnumMap<>(Window.class);

    DayIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        for (Window window : Window.values()) {
            nothingBefore.put(window, StoreKeys.ofDay(window, Long.MIN_VALUE));
        }
    }

    void add(Expiry expiry) {
        Bytes key = StoreKeys.keyOf(expiry);
        store.put(key, NOTHING);
        nothingBefore.merge(expiry.window(), key, (known, added) -> added.compareTo(known) < 0 ? added : known);
    }

    void remove(Expiry expiry) {
        store.delete(StoreKeys.keyOf(expiry));
    }

    List<Expiry> expiriesBefore(Window window, long day, int limit) {
        Bytes end = StoreKeys.ofDay(window, day);
        Bytes start = nothingBefore.getOrDefault(window, end);
        if (start.compareTo(end) >= 0) {
            return List.of();
        }
        List<Expiry> expiries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> notes = BoundedRange.scan(store, start, end)) {
            while (notes.hasNext() && expiries.size() < limit) {
                expiries.add(StoreKeys.expiryOf(window, notes.next().key));
            }
        }
        nothingBefore.put(window, expiries.isEmpty() ? end : StoreKeys.keyOf(expiries.get(0)));
        return expiries;
    }
}
