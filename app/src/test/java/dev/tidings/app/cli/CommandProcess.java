package dev.tidings.app.cli;

import dev.tidings.app.stack.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The command line in a process of its own, where it can be interrupted or killed. */
public final class CommandProcess {

    /** What the build asks of every JVM; the launcher tells of it on standard error, which some tests read. */
    static final String JVM_OPTIONS = "JDK_JAVA_OPTIONS";

    private CommandProcess() {}

    /** Prepares a command that runs in a folder. */
    public static ProcessBuilder of(Path directory, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                // A build in the background ignores SIGINT, and its children would inherit that.
                "env",
                "--default-signal=INT",
                "--unset=" + JVM_OPTIONS,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Tidings.class.getName()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment()
                .put(
                        CommandRun.DATA_VARIABLE,
                        directory.resolve(CommandRun.DATA_FOLDER).toString());
        return builder;
    }

    /**
     * Waits for something that a process does. One that has ended will not do it any more: then the wait is over, and
     * fails with what it said.
     *
     * @param said what the process has written to standard error; asked for when it has ended
     */
    public static void awaitDone(Process process, Callable<String> said, Callable<Boolean> done) {
        Patience.await().until(() -> {
            boolean alive = process.isAlive();
            boolean isDone = done.call();
            if (!isDone && !alive) {
                throw new AssertionError("the process ended with " + process.exitValue() + ": " + said.call());
            }
            return isDone;
        });
    }

    /** Sends a signal, {@code INT} say. */
    public static void signal(Process process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("process " + process.pid() + " is not there to be sent " + signal);
        }
    }
}
