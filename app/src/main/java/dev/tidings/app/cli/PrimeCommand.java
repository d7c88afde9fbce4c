package dev.tidings.app.cli;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code tidings prime}: runs what commands have in common, in silence. The launcher calls it after a build, with a JVM
 * that archives the classes it has loaded; every later command starts in about half the time.
 */
@Command(name = "prime", hidden = true, description = "Load the classes of the common commands.")
final class PrimeCommand implements Callable<Integer> {
    private static final String[][] COMMAND_LINES = {
        {"--help"},
        {"up", "--help"},
        {"config", "-o", "json"},
        // Nobody listens on port 1, so the clients are made and give up.
        {"doctor", "-b", "127.0.0.1:1", "--registry", "http://127.0.0.1:1", "-X", "connect.timeout.ms=100"},
    };

    private final Console console;

    PrimeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Console silent = new Console(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Map.of(),
                console.directory(),
                Integer.MAX_VALUE,
                false);
        for (String[] line : COMMAND_LINES) {
            Tidings.commandLine(silent).execute(line);
        }
        return ExitCode.OK.code();
    }
}
