package dev.tidings.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.bench.text.BenchException;
import dev.tidings.app.stack.JavaCommand;
import dev.tidings.app.stack.LogTail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The publisher as a process of its own, which stays between publishes. It reads lines {@code source TAB folder}, and
 * answers each by a line with the number of articles published.
 */
final class PublisherProcess implements AutoCloseable {
    static final String NAME = "publisher";

    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path log;
    private final Writer orders;
    private final BufferedReader answers;

    private PublisherProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orders = new OutputStreamWriter(process.getOutputStream(), UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts it; what it says goes to a log. */
    static PublisherProcess start(JavaCommand command, Path log) {
        try {
            return new PublisherProcess(
                    new ProcessBuilder(command.commandLine())
                            .redirectError(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new BenchException("the publisher cannot be started: " + e.getMessage(), e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Lets it publish a folder; does not wait. */
    void beginPublish(String source, Path folder) {
        try {
            orders.write(source + "\t" + folder + "\n");
            orders.flush();
        } catch (IOException e) {
            throw endedEarly(e);
        }
    }

    /** Waits until the folder is published; returns how many articles there were. */
    int awaitPublished() {
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw endedEarly(new IOException("it said nothing"));
            }
            return Integer.parseInt(answer);
        } catch (IOException e) {
            throw endedEarly(e);
        }
    }

    private BenchException endedEarly(IOException cause) {
        return new BenchException("the publisher ended early: " + LogTail.lastWords(log), cause);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
