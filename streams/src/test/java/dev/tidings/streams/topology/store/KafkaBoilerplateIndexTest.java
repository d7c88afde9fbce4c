package dev.tidings.streams.topology.store;

import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.boilerplate.BoilerplateIndexLaws;
import dev.tidings.streams.topology.analyse.store.KafkaBoilerplateIndex;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KafkaBoilerplateIndexTest extends BoilerplateIndexLaws {

    @TempDir
    private Path folder;

    private RocksDbStores rocksDb;
    private KeyValueStore<Bytes, byte[]> store;

    @BeforeEach
    void open() {
        rocksDb = new RocksDbStores(folder);
        store = rocksDb.open(DedupStores.storeBuilder("boilerplate"));
    }

    @AfterEach
    void close() {
        rocksDb.close();
    }

    @Override
    protected BoilerplateIndex index() {
        return new KafkaBoilerplateIndex(store);
    }
}
