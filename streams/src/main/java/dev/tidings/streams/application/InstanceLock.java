package dev.tidings.streams.application;

import dev.tidings.kafka.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two processes from running as the same instance on one machine. The system frees it when a process dies.
 *
 * <p>Not part of the API: public for replays.
 */
public final class InstanceLock implements AutoCloseable {

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of an instance.
     *
     * @param folder folder of the instance's state; made when it is missing
     * @throws SettingsException when another process has it, or the folder cannot be written
     */
    static InstanceLock acquireLock(Path folder) {
        return acquireLock(
                folder,
                "another process runs as instance " + folder.getFileName() + " (state in " + folder
                        + "); give this one --instance NAME or stop the other");
    }

    /**
     * Takes the lock of a folder.
     *
     * @param folder folder to lock; made when it is missing
     * @param occupied one line for people when another process has it
     * @throws SettingsException when another process has it, or the folder cannot be written
     */
    public static InstanceLock acquireLock(Path folder, String occupied) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new SettingsException(occupied);
            }
            return new InstanceLock(channel);
        } catch (IOException e) {
            throw new SettingsException("the state folder " + folder + " cannot be written: " + e.getMessage()
                    + "; set data.dir to a folder that can");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
