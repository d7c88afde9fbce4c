package dev.tidings.kafka.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A small file of a data folder that says whose the folder is. Whoever sees it sees all of it, and of those who make it
 * at once one alone succeeds.
 *
 * @param file in the data folder
 */
record MarkFile(Path file) {

    /**
     * Returns the lines of the file, stripped; empty when there is none.
     *
     * @throws SettingsException when it cannot be read
     */
    Optional<List<String>> readLines() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Files.readAllLines(file).stream().map(String::strip).toList());
        } catch (IOException e) {
            throw new SettingsException("the mark of the data folder " + file + " cannot be read: " + e.getMessage()
                    + "; see to its rights");
        }
    }

    /**
     * Makes the file and its folder.
     *
     * @return false when somebody else has made it meanwhile
     * @throws SettingsException when it cannot be written
     */
    boolean create(List<String> lines) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path written = folder.resolve(file.getFileName() + "-" + UUID.randomUUID() + ".new");
        try {
            PrivateFolder.make(folder);
            Files.write(written, lines);
            return linkOrMove(written);
        } catch (IOException e) {
            throw new SettingsException("the data folder " + folder + " cannot be written: " + e.getMessage()
                    + "; set data.dir to a folder that can");
        }
    }

    private boolean linkOrMove(Path written) throws IOException {
        try {
            Files.createLink(file, written);
            return true;
        } catch (FileAlreadyExistsException meanwhile) {
            return false;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
