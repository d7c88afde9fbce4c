package dev.tidings.app.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The process id of a running part, with the time the process began, since the system gives ids again, and the folder
 * it works in, since folders are copied.
 *
 * @param file first line the id, second line the beginning in milliseconds since 1970, third line the system's key of
 *     the folder that the file is in
 */
record PidFile(Path file) {
    /** How far two start times of one process may differ, since the system's clock may be corrected meanwhile. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(10);

    void writePid(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + "\n" + startOf(process).toEpochMilli() + "\n" + folderKey() + "\n");
        } catch (IOException refused) {
            throw new LocalStackException("cannot write " + file + "; choose another folder with --data", refused);
        }
    }

    /** The process that wrote itself there, while it still runs. */
    Optional<ProcessHandle> runningProcess() {
        try {
            List<String> lines = Files.readAllLines(file);
            Instant start = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
            boolean isOriginal = lines.size() < 3 || lines.get(2).equals(folderKey());
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(process -> isOriginal && isFrom(start, process));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    void deleteFile() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // It names a process that has ended: the next start sees that and overwrites it.
        }
    }

    /** What a copy of the folder does not share with it; the process of the original is not the copy's. */
    private String folderKey() throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        return String.valueOf(
                Files.readAttributes(folder, BasicFileAttributes.class).fileKey());
    }

    private static boolean isFrom(Instant start, ProcessHandle process) {
        return Duration.between(start, startOf(process)).abs().compareTo(CLOCK_CORRECTION) < 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
