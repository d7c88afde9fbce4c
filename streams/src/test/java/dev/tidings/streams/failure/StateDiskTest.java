package dev.tidings.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class StateDiskTest {

    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsKnownByWhatRocksDbAndTheSystemSay() {
        StateDisk disk = new StateDisk(folder, () -> false);
        RocksDBException full = new RocksDBException(
                "While appending to file", new Status(Status.Code.IOError, Status.SubCode.NoSpace, "000012.sst"));

        assertThat(disk.isCauseOf(new ProcessorStateException("store dedup-postings", full)))
                .isTrue();
        assertThat(disk.isCauseOf(new ProcessorStateException(new IOException("No space left on device"))))
                .isTrue();
    }

    @Test
    void whatElseFailsIsNoFullDisk() {
        StateDisk disk = new StateDisk(folder, () -> false);

        assertThat(disk.isCauseOf(new ProcessorStateException(new RocksDBException("Corruption: bad block"))))
                .isFalse();
        assertThat(disk.isCauseOf(new StreamsException(new IllegalStateException("No space left on device"))))
                .isFalse();
    }

    @Test
    void nobodyWaitsInAProcessThatEnds() {
        StateDisk disk = new StateDisk(folder, () -> true);

        disk.awaitRoom();

        assertThat(disk.describeWait()).isEqualTo(Optional.empty());
    }
}
