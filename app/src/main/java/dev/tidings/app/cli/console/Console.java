package dev.tidings.app.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The surroundings in which a command runs.
 *
 * @param out takes data
 * @param err takes messages and progress
 * @param environment the variables of the process
 * @param directory where the command was called
 * @param columns of the terminal that shows the data, {@link Integer#MAX_VALUE} when none does
 * @param isWatched whether a person at a terminal sees {@code err}
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path directory,
        int columns,
        boolean isWatched) {
    /** The launcher says by this property how wide the terminal is, if the data goes to one. */
    private static final String COLUMNS_PROPERTY = "tidings.columns";

    /** The launcher says by this property that messages go to a terminal. */
    private static final String WATCHED_PROPERTY = "tidings.watched";

    /** Keeps a copy of the environment. */
    public Console {
        environment = Map.copyOf(environment);
    }

    /** Returns the console of this process. */
    public static Console ofProcess() {
        return new Console(
                utf8Stream(FileDescriptor.out),
                utf8Stream(FileDescriptor.err),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Integer.getInteger(COLUMNS_PROPERTY, Integer.MAX_VALUE),
                Boolean.getBoolean(WATCHED_PROPERTY));
    }

    /**
     * Says something to the person who called the command.
     *
     * @param line without a line end
     */
    public void sayLine(String line) {
        err.println(line);
        err.flush();
    }

    /** The platform's own stream would write question marks wherever the locale is not UTF-8. */
    private static PrintWriter utf8Stream(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
