package dev.tidings.app.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The process id of a running part, with the time the process began, since the system gives ids again.
 *
 * @param file first line the id, second line the beginning in milliseconds since 1970
 */
record PidFile(Path file) {
    /** How far two start times of one process may differ, since the system's clock may be corrected meanwhile. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(10);

    void writePid(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + "\n" + startOf(process).toEpochMilli() + "\n");
        } catch (IOException refused) {
            throw new LocalStackException("cannot write " + file + "; choose another folder with --data", refused);
        }
    }

    /** The process that wrote itself there, while it still runs. */
    Optional<ProcessHandle> runningProcess() {
        try {
            List<String> lines = Files.readAllLines(file);
            Instant start = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
            return ProcessHandle.of(Long.parseLong(lines.get(0))).filter(process -> isFrom(start, process));
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

    private static boolean isFrom(Instant start, ProcessHandle process) {
        return Duration.between(start, startOf(process)).abs().compareTo(CLOCK_CORRECTION) < 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
