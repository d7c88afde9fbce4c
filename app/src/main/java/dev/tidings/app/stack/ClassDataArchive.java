package dev.tidings.app.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A class-data archive, which roughly halves the start of a JVM. The first run writes one when it exits, into the
 * folder of that run; {@link #adoptFrom} moves it to where later runs look. Nothing here ever fails a start: without
 * a usable archive a JVM is only slower.
 *
 * @param file where later runs look; its name holds the Java version and the state of the class path
 */
record ClassDataArchive(Path file) {
    private static final String SUFFIX = ".jsa";

    static ClassDataArchive of(Path folder, ClassPath classPath) {
        String java = Runtime.version().toString();
        return new ClassDataArchive(folder.resolve("java-" + java + "-" + classPath.fingerprint() + SUFFIX));
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** The JVM options that use the archive if there is one. */
    List<String> useOptions() {
        return exists() ? quietOption("-XX:SharedArchiveFile=" + file) : List.of();
    }

    /** The JVM options that use the archive, or write one into the folder at exit when there is none yet. */
    List<String> useOrWrite(Path candidateFolder) {
        return exists()
                ? useOptions()
                : quietOption("-XX:ArchiveClassesAtExit=" + candidateFolder.resolve(file.getFileName()));
    }

    private static List<String> quietOption(String option) {
        return List.of(option, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Forgets an archive with which a JVM did not start. */
    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // The next start will try it again and discard it again: slower, not wrong.
        }
    }

    /**
     * Moves the archives that ended processes left in a folder to where later runs look.
     *
     * <p>Only for folders whose processes have ended: an archive is written as the last act of a JVM.
     */
    static void adoptFrom(Path candidateFolder, Path archives) {
        try (var candidates = Files.newDirectoryStream(candidateFolder, "*" + SUFFIX)) {
            Files.createDirectories(archives);
            for (Path candidate : candidates) {
                adoptArchive(candidate, archives);
            }
        } catch (IOException unusable) {
            // Starts stay as slow as they were.
        }
    }

    private static void adoptArchive(Path candidate, Path archives) throws IOException {
        Path incoming = Files.createTempFile(archives, "incoming", ".tmp");
        Files.move(candidate, incoming, StandardCopyOption.REPLACE_EXISTING);
        Files.move(incoming, archives.resolve(candidate.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
}
