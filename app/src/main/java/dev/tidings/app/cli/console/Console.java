package dev.tidings.app.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The surroundings in which a command runs.
 *
 * @param out takes data
 * @param err takes messages and progress
 * @param environment the variables of the process
 * @param directory where the command was called
 * @param columns of the terminal that shows the data, {@link Integer#MAX_VALUE} when none does
 * @param isWatched whether a person at a terminal sees {@code err}
 * @param secretMask keeps secrets out of what is said
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path directory,
        int columns,
        boolean isWatched,
        SecretMask secretMask) {
    /** The launcher says by this property how wide the terminal is, if the data goes to one. */
    private static final String COLUMNS_PROPERTY = "tidings.columns";

    /** The launcher says by this property that messages go to a terminal. */
    private static final String WATCHED_PROPERTY = "tidings.watched";

    /** Keeps a copy of the environment. */
    public Console {
        environment = Map.copyOf(environment);
    }

    /** A console that knows of no secret yet. */
    public Console(
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Path directory,
            int columns,
            boolean isWatched) {
        this(out, err, environment, directory, columns, isWatched, new SecretMask());
    }

    /**
     * Lets something be done on the console of this process.
     *
     * @param work returns an exit code
     * @return that, or a failure when what was written went nowhere, which is then said
     */
    public static int runOnProcess(ToIntFunction<Console> work) {
        DataOutput data = new DataOutput(new FileOutputStream(FileDescriptor.out));
        Console console = ofProcess(data);
        int exit = work.applyAsInt(console);
        console.out.flush();
        Optional<String> lost = data.findFailure();
        lost.ifPresent(why -> console.sayLine("tidings: the output is not whole: " + why));
        console.err.flush();
        return lost.isPresent() ? ExitCode.FAILURE.code() : exit;
    }

    private static Console ofProcess(OutputStream data) {
        return new Console(
                utf8Writer(data),
                utf8Writer(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Integer.getInteger(COLUMNS_PROPERTY, Integer.MAX_VALUE),
                Boolean.getBoolean(WATCHED_PROPERTY));
    }

    /**
     * Says something to the person who called the command.
     *
     * @param line without a line end; what it holds of strangers' text cannot command the terminal
     */
    public void sayLine(String line) {
        err.println(SafeText.escapeControls(secretMask.maskIn(line)));
        err.flush();
    }

    /** Returns this console, which says what it has to say to another writer. */
    public Console sayingTo(PrintWriter other) {
        return new Console(out, other, environment, directory, columns, false, secretMask);
    }

    /** The platform's own stream would write question marks wherever the locale is not UTF-8. */
    private static PrintWriter utf8Writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
