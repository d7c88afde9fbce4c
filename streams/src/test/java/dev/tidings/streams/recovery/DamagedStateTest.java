package dev.tidings.streams.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDBException;

/** What real RocksDB says of a store when their files are damaged. */
class DamagedStateTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CURRENT", "MANIFEST", ".sst"})
    void emptiedFilesOfAStoreAreDamage(String kind) throws IOException {
        writeState();
        assertThat(emptyFiles(kind)).isPositive();

        Throwable error = catchThrowable(this::writeState);

        assertThat(DamagedState.describeDamage(error)).isPresent();
        LocalState state = new LocalState(folder);
        assertThat(state.taskFolders()).hasSize(1);
        assertThat(DamagedState.discardDamaged(state, error)).isPresent();
        assertThat(state.taskFolders()).isEmpty();
        writeState();
    }

    @Test
    void aFullDiskAndALockedStoreAreNoDamage() {
        assertThat(damageOf("While appending to file: /state/0_0/x.sst: No space left on device"))
                .isEmpty();
        assertThat(damageOf("While lock file: /state/0_0/LOCK: Resource temporarily unavailable"))
                .isEmpty();
        assertThat(DamagedState.describeDamage(new IllegalStateException("broken")))
                .isEmpty();
    }

    private static Optional<String> damageOf(String message) {
        return DamagedState.describeDamage(new ProcessorStateException("store x", new RocksDBException(message)));
    }

    /** Opens a store, writes to it and closes it. */
    private void writeState() throws IOException {
        Path task = Files.createDirectories(folder.resolve("0_0"));
        Properties config = new Properties();
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(config, new TaskId(0, 0), task.toFile());
        KeyValueStore<Bytes, byte[]> store =
                DedupStores.storeBuilder("postings").withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        store.put(Bytes.wrap(new byte[] {1}), new byte[] {2});
        store.commit(Map.of());
        store.close();
    }

    private int emptyFiles(String kind) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> file.getFileName().toString().contains(kind))
                    .toList();
            for (Path file : files) {
                Files.write(file, new byte[0]);
            }
            return files.size();
        }
    }
}
