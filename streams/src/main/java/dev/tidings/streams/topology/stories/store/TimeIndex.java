package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.topology.store.BoundedRange;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Articles in the order of the time at which they expire. Remembers a key before which the store has nothing, since a
 * range scan of the store walks over all deleted entries.
 */
final class TimeIndex {

    private static final byte[] NOTHING = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private Bytes nothingBefore = StoryKeys.timeKey(Long.MIN_VALUE);

    TimeIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void add(long time, String id) {
        Bytes key = StoryKeys.timeKey(time, id);
        store.put(key, NOTHING);
        nothingBefore = key.compareTo(nothingBefore) < 0 ? key : nothingBefore;
    }

    void remove(long time, String id) {
        store.delete(StoryKeys.timeKey(time, id));
    }

    /** Removes and returns the ids of what expires before a time, the oldest first, so many at most. */
    List<String> takeBefore(long before, int limit) {
        Bytes end = StoryKeys.timeKey(before);
        if (nothingBefore.compareTo(end) >= 0) {
            return List.of();
        }
        List<Bytes> expired = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = BoundedRange.scan(store, nothingBefore, end)) {
            while (entries.hasNext() && expired.size() < limit) {
                expired.add(entries.next().key);
            }
        }
        expired.forEach(store::delete);
        nothingBefore = expired.size() < limit ? end : expired.get(expired.size() - 1);
        return expired.stream().map(StoryKeys::timedId).toList();
    }
}
