package dev.tidings.streams.topology.store;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stores of the topologies on disk, without a broker: transactional as in production, but without a changelog. Of
 * what is written to a store, half is committed and half is not at any moment.
 */
final class RocksDbStores implements AutoCloseable {

    private final MockProcessorContext<Void, Void> context;
    private final List<KeyValueStore<Bytes, byte[]>> open = new ArrayList<>();

    /**
     * Makes it.
     *
     * @param folder where the stores are kept
     */
    RocksDbStores(Path folder) {
        File directory = folder.toFile();
        Properties config = new Properties();
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        this.context = new MockProcessorContext<>(config, new TaskId(0, 0), directory);
    }

    /** Opens a store; it stays open until all are closed. */
    KeyValueStore<Bytes, byte[]> open(StoreBuilder<KeyValueStore<Bytes, byte[]>> builder) {
        KeyValueStore<Bytes, byte[]> store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        open.add(store);
        return CommittingStore.around(store);
    }

    @Override
    public void close() {
        open.forEach(KeyValueStore::close);
    }
}
