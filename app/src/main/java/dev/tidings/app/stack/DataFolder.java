package dev.tidings.app.stack;

import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The one folder that holds everything of a local stack: {@code broker/}, {@code registry/} and so on for the data,
 * {@code logs/}, {@code run/} for process ids, {@code ports.properties}.
 *
 * @param root the folder; made when first needed
 */
public record DataFolder(Path root) {
    private static final String RUN = "run";
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(3);

    /** Makes the folder absolute, since child processes run elsewhere. */
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The data of one part.
     *
     * @param name of the part, {@code broker} say
     * @return its folder, which exists
     */
    public Path dataOf(String name) {
        return madeFolder(root.resolve(name));
    }

    /**
     * What a part says.
     *
     * @param name of the part
     * @return its log file, which need not exist; its folder does
     */
    public Path logFile(String name) {
        return madeFolder(root.resolve("logs")).resolve(name + ".log");
    }

    /**
     * Makes sure that this version can read and write here, before a server does.
     *
     * @throws dev.tidings.kafka.settings.SettingsException when another version made the folder
     */
    void claim() {
        DataLayout.claim(root);
    }

    /**
     * Whether a stack has ever run here; nothing is made, so that commands can ask in a folder they may not write in.
     */
    boolean wasUsed() {
        return Files.isDirectory(root.resolve(RUN));
    }

    /** Where a running part leaves its process id. */
    Path pidFile(String name) {
        return pidFolder().resolve(name + ".pid");
    }

    /** Holds the process ids of all running parts. */
    public Path pidFolder() {
        return madeFolder(root.resolve(RUN));
    }

    /**
     * The settings that a service was started with.
     *
     * @param name of the service
     * @return a file that nobody else may read, and which need not exist
     */
    public Path settingsFile(String name) {
        return pidFolder().resolve(name + ".properties");
    }

    /** Deletes the settings of a service, which may hold passwords. */
    void deleteSettings(String name) {
        try {
            Files.deleteIfExists(settingsFile(name));
        } catch (IOException kept) {
            // Nobody else may read it, and the next start writes it anew.
        }
    }

    /** What people add to the settings of the broker; need not exist. */
    Path ownBrokerSettings() {
        return root.resolve("broker.properties");
    }

    /**
     * Writes settings that may hold passwords, in the properties format, for no other user to read.
     *
     * @param file replaced when it exists; its folder exists
     * @param settings by key
     * @throws LocalStackException when it cannot be written
     */
    public static void writePrivately(Path file, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        try {
            // No other user may read what that makes.
            Path written = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), "settings", ".new");
            try (Writer writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new LocalStackException("cannot write " + file + "; choose another folder with --data", refused);
        }
    }

    /** Remembers the ports from start to start. */
    Path portsFile() {
        return madeFolder(root).resolve("ports.properties");
    }

    /**
     * Does something while every other start and stop on this folder waits, in this and in other processes.
     *
     * @throws LocalStackException when another one stays at work for minutes
     */
    <T> T runExclusively(Supplier<T> work) {
        return runExclusively(LOCK_PATIENCE, work);
    }

    /**
     * As {@link #runExclusively(Supplier)}, but at once or not at all.
     *
     * @throws LocalStackException when another one is at work
     */
    <T> T runUnlessBusy(Supplier<T> work) {
        return runExclusively(Duration.ZERO, work);
    }

    private <T> T runExclusively(Duration patience, Supplier<T> work) {
        Path file = madeFolder(root).resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!Await.waitUntil(patience, () -> isLocked(channel))) {
                throw new LocalStackException(
                        "another 'tidings up', 'demo' or 'down' is at work on " + root + "; wait until it has ended");
            }
            return work.get();
        } catch (IOException refused) {
            throw new LocalStackException("cannot write in " + root + "; choose another folder with --data", refused);
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Path madeFolder(Path folder) {
        try {
            return PrivateFolder.make(folder);
        } catch (IOException refused) {
            throw new LocalStackException("cannot write in " + root + "; choose another folder with --data", refused);
        }
    }
}
