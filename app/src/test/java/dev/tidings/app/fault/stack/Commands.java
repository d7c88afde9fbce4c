package dev.tidings.app.fault.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Short programs of the operating system. */
public final class Commands {

    private Commands() {}

    /**
     * Runs a program to its end.
     *
     * @throws AssertionError when it fails, with what it said
     */
    public static void run(String... command) {
        tryRun(command).ifPresent(said -> {
            throw new AssertionError(String.join(" ", command) + ": " + said);
        });
    }

    /** Runs a program to its end, and returns what it said when it failed. */
    public static Optional<String> tryRun(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            int exit = process.waitFor();
            return exit == 0 ? Optional.empty() : Optional.of(said.isEmpty() ? "exit code " + exit : firstLine(said));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String firstLine(String said) {
        List<String> lines = said.lines().toList();
        return lines.get(0);
    }
}
