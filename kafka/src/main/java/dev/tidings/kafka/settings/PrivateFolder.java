package dev.tidings.kafka.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders that their owner alone can look into: a data folder holds whole articles, settings and logs.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class PrivateFolder {

    private PrivateFolder() {}

    /**
     * Makes a folder and those above it, where they are missing; one that is there keeps the rights that it has.
     *
     * @return the folder
     * @throws IOException when it cannot be made
     */
    public static Path make(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(folder);
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
