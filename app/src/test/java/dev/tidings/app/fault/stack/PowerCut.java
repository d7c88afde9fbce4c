package dev.tidings.app.fault.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a power cut does to the disk of a broker that was killed with it: the last bytes of the logs that were written
 * to a moment ago are not there. The log of the controllers is, since they wait for the disk.
 */
public final class PowerCut {

    private static final Duration UNWRITTEN = Duration.ofSeconds(5);
    private static final long MAX_BYTES = 64 * 1024;
    private static final String WRITTEN_AT_ONCE = "__cluster_metadata-0";

    private PowerCut() {}

    /**
     * Takes the ends of logs away.
     *
     * @param data folder of a broker that does not run
     * @return how many logs have lost something
     */
    public static int truncate(Path data) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.walk(data, 2)) {
            logs = files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> !file.getParent().endsWith(WRITTEN_AT_ONCE))
                    .toList();
        }
        Instant cut = logs.stream()
                .map(PowerCut::written)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int truncated = 0;
        for (Path log : logs) {
            long size = Files.size(log);
            if (size > 0 && written(log).isAfter(cut.minus(UNWRITTEN))) {
                truncate(log, size - Math.min(MAX_BYTES, size));
                truncated++;
            }
        }
        if (truncated == 0) {
            throw new AssertionError("no log in " + data + " had been written to");
        }
        return truncated;
    }

    private static void truncate(Path log, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static Instant written(Path log) {
        try {
            return Files.getLastModifiedTime(log).toInstant();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
