package dev.tidings.streams.topology.store;

import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.DuplicateIndexLaws;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import dev.tidings.streams.topology.dedup.store.KafkaDuplicateIndex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KafkaDuplicateIndexTest extends DuplicateIndexLaws {

    @TempDir
    private Path folder;

    private RocksDbStores rocksDb;
    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();

    @BeforeEach
    void open() {
        rocksDb = new RocksDbStores(folder);
        DedupStores.storeNames().forEach(name -> stores.put(name, rocksDb.open(DedupStores.storeBuilder(name))));
    }

    @AfterEach
    void close() {
        rocksDb.close();
    }

    @Override
    protected DuplicateIndex index() {
        return new KafkaDuplicateIndex(stores::get);
    }
}
