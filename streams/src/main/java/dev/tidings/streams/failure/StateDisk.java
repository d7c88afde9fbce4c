package dev.tidings.streams.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk on which all state of a process lies. While it is full nothing can be done but wait: a thread that is
 * replaced dies of it again. What is not on the disk yet is read again from the changelogs. Safe for use by many
 * threads.
 */
public final class StateDisk {

    private static final Logger LOG = LoggerFactory.getLogger(StateDisk.class);

    /** Several memtables of each of some stores: less would be full again within seconds. */
    private static final long MIN_ROOM_BYTES = 16L * 1024 * 1024;
    /** So little is none, whatever the system calls the error in its language. */
    private static final long NO_ROOM_BYTES = 1024 * 1024;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path folder;
    private final BooleanSupplier stopping;
    private final AtomicBoolean full = new AtomicBoolean();

    /**
     * Makes it.
     *
     * @param folder in which the state lies or will lie
     * @param stopping whether the process is ending, so that nobody shall wait any more
     */
    public StateDisk(Path folder, BooleanSupplier stopping) {
        this.folder = folder;
        this.stopping = stopping;
    }

    /** Returns what to tell people while threads wait for room; empty while none does. */
    public Optional<String> describeWait() {
        return full.get()
                ? Optional.of("waits for room: the disk of the state folder " + folder + " is full; free some")
                : Optional.empty();
    }

    /** Returns whether an error is that of a full disk. */
    public boolean isCauseOf(Throwable error) {
        return causes(error).anyMatch(StateDisk::saysFull)
                || (causes(error).anyMatch(StateDisk::isOfFiles) && usableBytes() < NO_ROOM_BYTES);
    }

    private static boolean saysFull(Throwable cause) {
        if (cause instanceof RocksDBException failed
                && failed.getStatus() != null
                && failed.getStatus().getSubCode() == Status.SubCode.NoSpace) {
            return true;
        }
        String message = cause.getMessage();
        return isOfFiles(cause)
                && message != null
                && (message.contains("No space left on device") || message.contains("Disk quota exceeded"));
    }

    private static boolean isOfFiles(Throwable cause) {
        return cause instanceof RocksDBException || cause instanceof IOException;
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }

    /** Waits until there is room or the process is ending, and tells both, once for all threads. */
    public void awaitRoom() {
        if (full.compareAndSet(false, true)) {
            LOG.error(
                    "streams waits: the disk of the state folder {} is full; free some and it goes on by itself",
                    folder);
        }
        do {
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (!stopping.getAsBoolean() && usableBytes() < MIN_ROOM_BYTES);
        if (full.compareAndSet(true, false) && !stopping.getAsBoolean()) {
            LOG.info("the disk of the state folder has room again; streams goes on");
        }
    }

    /** Where nobody can tell, there is room: the next write will show. */
    private long usableBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
