package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for verdicts on a whole stack, with the services that decide. */
@Timeout(300)
class PublishWaitIT {

    @TempDir
    Path directory;

    @BeforeEach
    void up() {
        CommandRun up = run("up");
        assertThat(up.exit()).as(up.err()).isZero();
    }

    @AfterEach
    void down() {
        run("down");
    }

    @Test
    void everyArticleGetsItsVerdict() throws IOException {
        Path wire = Files.createDirectory(directory.resolve("wire"));
        Path seeds = Installation.current().home().resolve("seeds");
        Path original = seeds.resolve("001_0ad0bd1f11616762.txt");
        Files.copy(original, wire.resolve("copy.txt"));
        Files.write(wire.resolve("zz-bad.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2, 3});

        CommandRun samples = run("publish", seeds.toString(), "--wait", "-o", "json");
        CommandRun copies = run("publish", wire.toString(), "--wait", "-o", "json");

        assertThat(samples.exit()).as(samples.err()).isZero();
        assertThat(samples.json().get("verdicts"))
                .hasSize(4)
                .allMatch(verdict -> text(verdict, "verdict").equals("NEW"));
        assertThat(copies.exit()).as(copies.out() + copies.err()).isEqualTo(3);
        assertThat(verdict(copies.json(), "wire/copy.txt")).isEqualTo("SUPPRESSED EXACT");
        assertThat(verdict(copies.json(), "wire/zz-bad.txt")).startsWith("DEAD_LETTERED ");
        assertThat(run("publish", wire.toString()).exit()).isZero();
    }

    private static String verdict(JsonNode summary, String uri) {
        return StreamSupport.stream(summary.get("verdicts").spliterator(), false)
                .filter(verdict -> text(verdict, "uri").equals(uri))
                .map(verdict -> text(verdict, "ending") + " " + text(verdict, "verdict"))
                .findFirst()
                .orElse("none");
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private CommandRun run(String command, String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = command;
        line[1] = "--data";
        line[2] = directory.resolve("data").toString();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return CommandRun.in(directory, line);
    }
}
