package dev.tidings.app.cli.subscribe;

import dev.tidings.app.cli.store.ArticlePrinter;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** A command at work on one article. */
final class RunningCommand {

    private static final Duration TERMINATION = Duration.ofSeconds(2);

    private final Process process;
    private final SubscribedArticle article;

    private RunningCommand(Process process, SubscribedArticle article) {
        this.process = process;
        this.article = article;
    }

    /**
     * Starts a command of the shell. The article is a file at its standard input, so that nobody waits for a command
     * that does not read it; what the command writes goes where this process writes.
     *
     * @throws IOException when it cannot be started, or there is no room for the file
     */
    static RunningCommand start(String command, SubscribedArticle article) throws IOException {
        Path input = Files.createTempFile("tidings-", ".json");
        try {
            Files.writeString(input, ArticlePrinter.toJsonLine(article), StandardCharsets.UTF_8);
            Process process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectInput(input.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new RunningCommand(process, article);
        } finally {
            // The command has it open.
            Files.deleteIfExists(input);
        }
    }

    /** Returns whether it works on the record of this article. */
    boolean isOf(SubscribedArticle other) {
        return article.topic().equals(other.topic())
                && article.partition() == other.partition()
                && article.offset() == other.offset();
    }

    /** Waits for its end; returns false when it has not come in time. */
    boolean awaitEnd(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Returns how it ended, which it must have. */
    int exitCode() {
        return process.exitValue();
    }

    /** Ends it and what it has started, kindly at first. */
    void terminate() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!awaitEnd(TERMINATION)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
