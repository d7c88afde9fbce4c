package dev.tidings.streams.store;

import dev.tidings.streams.margin.BoilerplateIndexLaws;
import dev.tidings.streams.margin.MarginMemory;
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
        store = rocksDb.open(DeskStores.builder("boilerplate"));
    }

    @AfterEach
    void close() {
        rocksDb.close();
    }

    @Override
    protected MarginMemory index() {
        return new MarginStore(store);
    }
}
