package dev.tidings.streams.topology.store;

import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Range scans of state stores. Nobody else makes any: a transactional store that holds committed entries ignores the
 * end that is given where the other is missing.
 */
public final class BoundedRange {

    private BoundedRange() {}

    /**
     * Returns the entries between two keys, both included, in the order of their keys.
     *
     * @return must be closed
     */
    public static KeyValueIterator<Bytes, byte[]> scan(KeyValueStore<Bytes, byte[]> store, Bytes from, Bytes to) {
        return store.range(Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"));
    }
}
