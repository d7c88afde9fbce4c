package dev.tidings.streams.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Makes the builders of all state stores: on disk or in memory, with which changelog. The layout of keys and values is
 * not its matter.
 */
@FunctionalInterface
public interface StoreFactory {

    /** Returns the builder of the store of a name. */
    StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name);
}
