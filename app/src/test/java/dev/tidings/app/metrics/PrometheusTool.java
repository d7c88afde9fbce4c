package dev.tidings.app.metrics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A program of Prometheus, where the machine has it on its path; tests that need it say SKIPPED where it has not. */
final class PrometheusTool {

    /** What a run came to. */
    record Result(int exit, String output) {}

    private PrometheusTool() {}

    /** Returns where a program is, and ends the test where it is not. */
    static Path require(String program) {
        Optional<Path> found = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), program + " of Prometheus is not on the PATH (Debian: apt install prometheus)");
        return found.orElseThrow();
    }

    /** Runs {@code promtool} with an input. */
    static Result runPromtool(String input, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(require("promtool").toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
