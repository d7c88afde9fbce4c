package dev.tidings.app.cli.console;

import dev.tidings.app.cli.Tidings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** What a person sees when a command throws. */
public record ErrorMessagesRun(int exit, String err) {
    public static ErrorMessagesRun of(Exception failure) {
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Map.of(),
                Path.of(""),
                Integer.MAX_VALUE,
                false);
        CommandLine command = Tidings.commandLine(console);
        int exit = new ErrorMessages(console, called -> false)
                .handleExecutionException(failure, command, command.parseArgs());
        return new ErrorMessagesRun(exit, err.toString());
    }
}
