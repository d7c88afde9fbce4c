package dev.tidings.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On the processes that {@code tidings up} starts. */
class LocalStackEndToEndIT extends EndToEnd {

    @TempDir
    static Path data;

    @BeforeAll
    static void up() {
        CommandRun up = command("up");
        assertThat(up.exit()).as(up.err()).isZero();
    }

    @AfterAll
    static void down() {
        command("down");
    }

    @Override
    protected CommandRun run(String... command) {
        return command(command);
    }

    @Override
    protected String mounted(Path folder) {
        return folder.toString();
    }

    private static CommandRun command(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        return CommandRun.in(data, line.toArray(String[]::new));
    }
}
