package dev.tidings.app.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A consumer in JavaScript, with the packages that everybody uses; installed once under {@code target}. */
final class NodeClient {

    private static final Path SOURCES =
            Installation.currentInstallation().home().resolve("app/src/test/node");
    static final Path FOLDER = Installation.currentInstallation().home().resolve("app/target/node-client");

    private NodeClient() {}

    /** Installs the packages unless they are there; returns why that was not possible, or an empty text. */
    static String install() throws Exception {
        if (!run(FOLDER.getRoot(), "node", "--version")) {
            return "node is not on the PATH";
        }
        Files.createDirectories(FOLDER);
        Path installed = FOLDER.resolve("installed.json");
        boolean same = Files.exists(installed) && Files.mismatch(installed, SOURCES.resolve("package.json")) < 0;
        copySources();
        if (same) {
            return "";
        }
        boolean done = run(
                FOLDER,
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--no-package-lock",
                "--ignore-scripts",
                "--fetch-retries=1");
        if (!done) {
            return "npm cannot install kafkajs";
        }
        Files.copy(SOURCES.resolve("package.json"), installed, StandardCopyOption.REPLACE_EXISTING);
        return "";
    }

    private static void copySources() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, FOLDER.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Returns the first articles of a topic as the client sees them. */
    static List<JsonNode> read(LocalStack stack, String topic, int count) throws Exception {
        Process process = new ProcessBuilder(
                        "node", "read.js", stack.bootstrapServers(), stack.registryUrl(), topic, String.valueOf(count))
                .directory(FOLDER.toFile())
                .redirectError(FOLDER.resolve("err").toFile())
                .redirectOutput(FOLDER.resolve("out").toFile())
                .start();
        if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("the client failed: " + Files.readString(FOLDER.resolve("err")));
        }
        ObjectMapper json = new ObjectMapper();
        return Files.readString(FOLDER.resolve("out"), UTF_8)
                .lines()
                .map(line -> parsed(json, line))
                .toList();
    }

    private static JsonNode parsed(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** Runs a program and returns whether it is there and did its work. */
    static boolean run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
