package dev.tidings.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which file a path led to when it was opened. SQLite goes on with a file that was removed or replaced beneath it, and
 * what it writes there nobody ever reads.
 */
final class StoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);
    private static final String[] COMPANIONS = {"-wal", "-shm"};

    private final Path path;
    private final @Nullable Object file;
    private final @Nullable Object folder;
    private final @Nullable Object[] companions = new Object[COMPANIONS.length];

    private StoreFile(Path path) {
        this.path = path;
        this.file = keyOf(path);
        this.folder = keyOf(folderOf(path));
    }

    /** Notes the file and the folder to which a path leads now. */
    static StoreFile ofOpened(Path path) {
        return new StoreFile(path);
    }

    /** Returns whether the path still leads to the file. */
    boolean isThere() {
        boolean there = Objects.equals(file, keyOf(path));
        if (there) {
            for (int i = 0; i < COMPANIONS.length; i++) {
                companions[i] = keyOf(companion(i));
            }
        }
        return there;
    }

    /** Returns whether the folder is still the same: a disk that is no longer mounted leaves another one behind. */
    boolean isFolderThere() {
        return Objects.equals(folder, keyOf(folderOf(path)));
    }

    /**
     * Deletes the write-ahead log that the file left behind when it was removed: SQLite would take it for that of the
     * next file of the name, and mix both. To be called when no connection is open.
     */
    void deleteLeftBehind() {
        for (int i = 0; i < COMPANIONS.length; i++) {
            Object key = companions[i];
            if (key != null && key.equals(keyOf(companion(i)))) {
                deleteQuietly(companion(i));
            }
        }
    }

    private Path companion(int number) {
        return path.resolveSibling(path.getFileName() + COMPANIONS[number]);
    }

    private static Path folderOf(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    /** Returns what tells a file from all others while it is open; null when there is none. */
    private static @Nullable Object keyOf(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debug("{} cannot be deleted", path, e);
        }
    }
}
