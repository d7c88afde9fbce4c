package dev.tidings.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.app.cli.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the whole command line in this JVM.
 *
 * @param exit its exit code
 * @param out its data
 * @param err what it wrote to standard error
 */
public record CommandRun(int exit, String out, String err) {
    static final String DATA_VARIABLE = "TIDINGS_DATA_DIR";
    static final String DATA_FOLDER = ".tidings";
    private static final int NO_TERMINAL = Integer.MAX_VALUE;

    /** Runs a command in a folder, with nothing in the environment. */
    public static CommandRun in(Path directory, String... arguments) {
        return in(directory, Map.of(), arguments);
    }

    /** Runs a command in a folder. */
    public static CommandRun in(Path directory, Map<String, String> environment, String... arguments) {
        return on(NO_TERMINAL, directory, environment, arguments);
    }

    /** Runs a command whose data goes to a terminal of so many columns. */
    static CommandRun on(int columns, Path directory, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        // Whatever stack runs in the usual folder of this build is no part of a test.
        Map<String, String> isolated = new HashMap<>(environment);
        isolated.putIfAbsent(DATA_VARIABLE, directory.resolve(DATA_FOLDER).toString());
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), isolated, directory, columns, columns != NO_TERMINAL);
        int exit = Tidings.commandLine(console).execute(arguments);
        console.out().flush();
        console.err().flush();
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /** The lines of its data. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** Its data as JSON. */
    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(out, broken);
        }
    }
}
