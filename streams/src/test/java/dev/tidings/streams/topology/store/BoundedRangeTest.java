package dev.tidings.streams.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedRangeTest {

    @TempDir
    private Path folder;

    @Test
    void holdsBothEndsInAStoreOfWhichHalfIsCommitted() {
        try (RocksDbStores rocksDb = new RocksDbStores(folder)) {
            KeyValueStore<Bytes, byte[]> store = rocksDb.open(DedupStores.storeBuilder("numbers"));
            IntStream.range(0, 21).forEach(number -> store.put(key(number), new byte[] {1}));
            store.delete(key(7));

            assertThat(numbers(BoundedRange.scan(store, key(5), key(9)))).containsExactly(5, 6, 8, 9);
        }
    }

    private static List<Integer> numbers(KeyValueIterator<Bytes, byte[]> entries) {
        List<Integer> numbers = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> numbers.add((int) entry.key.get()[0]));
        }
        return numbers;
    }

    private static Bytes key(int number) {
        return Bytes.wrap(new byte[] {(byte) number});
    }
}
