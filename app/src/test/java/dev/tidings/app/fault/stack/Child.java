package dev.tidings.app.fault.stack;

import dev.tidings.app.stack.Await;
import dev.tidings.app.stack.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command of Tidings in a process of its own, to be killed, paused, ended and started again. What it says is in its
 * log. For one thread.
 */
public final class Child implements AutoCloseable {

    /** What a process that was killed ends with. */
    public static final int SIGKILLED = 128 + 9;

    private final String name;
    private final List<String> command;
    private final Path log;
    private final Predicate<Child> ready;
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Process process;
    private long saidBefore;

    /**
     * Makes one that does not run yet.
     *
     * @param name for messages and the name of its log
     * @param command its command line
     * @param log file that its output is appended to
     * @param ready whether it works now
     */
    Child(String name, List<String> command, Path log, Predicate<Child> ready) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
        this.ready = ready;
    }

    /** Starts it unless it runs; does not wait for it. */
    public Child launch() {
        if (isAlive()) {
            return this;
        }
        try {
            Files.createDirectories(log.resolveSibling(""));
            saidBefore = Files.exists(log) ? Files.size(log) : 0;
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets what its environment has beside that of this process, from its next start on. */
    public void setEnvironment(Map<String, String> variables) {
        environment.clear();
        environment.putAll(variables);
    }

    /** Starts it and waits until it works. */
    public Child start() {
        launch();
        awaitReady();
        return this;
    }

    /** Waits until it works; fails when it ends before. */
    public void awaitReady() {
        boolean answered = Await.waitUntil(Patience.LIMIT, () -> !isAlive() || ready.test(this));
        if (!answered || !isAlive()) {
            throw new AssertionError(name + (answered ? " ended" : " is not ready") + ": " + lastWords());
        }
    }

    /** Returns whether it works now. */
    public boolean isReady() {
        return isAlive() && ready.test(this);
    }

    /** Returns whether its process lives. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Returns its process id. */
    public long pid() {
        return running().pid();
    }

    /** Kills it with SIGKILL, paused or not. */
    public void kill() {
        running().destroyForcibly();
        int exit = awaitExit(Patience.LIMIT);
        if (exit != SIGKILLED) {
            throw new AssertionError(name + " had ended before it was killed, with " + exit + ": " + lastWords());
        }
    }

    /** Pauses it (SIGSTOP). */
    public void pause() {
        sendSignal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void resume() {
        sendSignal("CONT");
    }

    /** Asks it to end (SIGTERM). */
    public void terminate() {
        running().destroy();
    }

    /** Waits until it has ended, and returns its exit code. */
    public int awaitExit(Duration limit) {
        try {
            if (!running().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " does not end within " + limit + ": " + lastWords());
            }
            return running().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + name, e);
        }
    }

    /** Returns what it has said since its last start. */
    public String said() {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(saidBefore, all.length);
            return new String(all, from, all.length - from, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns the last lines of {@link #said}. */
    public String lastWords() {
        List<String> lines = said().lines().toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size())) + " (" + log + ")";
    }

    private Process running() {
        if (process == null) {
            throw new AssertionError(name + " was not started");
        }
        return process;
    }

    private void sendSignal(String signal) {
        Commands.run("kill", "-" + signal, String.valueOf(pid()));
    }

    @Override
    public void close() {
        if (process != null) {
            // A paused process ends when it goes on.
            Stream.of(process).filter(Process::isAlive).forEach(Process::destroyForcibly);
            awaitExit(Patience.LIMIT);
        }
    }
}
