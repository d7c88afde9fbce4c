package dev.tidings.streams.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the state stores of all topologies: how they are kept, not what is in them. */
@FunctionalInterface
public interface StoreFactory {

    /** Returns the builder of the store of a name. */
    StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name);
}
