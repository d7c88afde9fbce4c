package dev.tidings.app.fault.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The wall clock of processes that are started with it, which can be set while they run (libfaketime). How much time
 * passes they see as it is.
 */
public final class FakeClock {

    /** Where distributions put it. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    /** What the local stack starts its parts with, where it is there. */
    private static final Path STARTER = Path.of("/usr/bin/setsid");

    private final Path file;

    /**
     * Makes one that is right.
     *
     * @param file where it is told how far it is ahead
     */
    public FakeClock(Path file) {
        this.file = file;
        set(Duration.ZERO);
    }

    /** Returns why no process can have a clock of its own here; empty when one can. */
    public static Optional<String> findObstacle() {
        return library().isPresent()
                ? Machine.cannotLimitDisks()
                : Optional.of("libfaketime is not installed (Debian: package faketime)");
    }

    private static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }

    /** Sets it; its processes notice within a second. */
    public void set(Duration ahead) {
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text(ahead));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Duration ahead) {
        return (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n";
    }

    /** Returns what stands in the environment of a process that has it. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("LD_PRELOAD", library().orElseThrow().toString());
        environment.put("FAKETIME_TIMESTAMP_FILE", file.toString());
        environment.put("FAKETIME_CACHE_DURATION", "1");
        // A JVM waits by the other clock, and would wait for a day.
        environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        return environment;
    }

    /** Does something; what the local stack starts meanwhile has this clock. */
    public void startUnder(Runnable start) {
        String exports = environment().entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "='" + variable.getValue() + "'\n")
                .collect(Collectors.joining());
        try {
            Path script = file.resolveSibling(file.getFileName() + ".sh");
            Files.writeString(script, "#!/bin/sh\n" + exports + "exec \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            // Seen in the namespace of this test alone.
            Commands.run("mount", "--bind", script.toString(), STARTER.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            start.run();
        } finally {
            Commands.run("umount", STARTER.toString());
        }
    }
}
