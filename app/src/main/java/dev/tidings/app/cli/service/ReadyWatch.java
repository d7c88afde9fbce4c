package dev.tidings.app.cli.service;

import dev.tidings.app.cli.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Reports when a service becomes ready or stops being so; a file with its process id tells other processes. */
public final class ReadyWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 100;
    /** A restore counts quickly; people need one line every few seconds. */
    private static final int SAY_EVERY = 30;
    /** What stays the same is said once a minute. */
    private static final int REPEAT_EVERY = 600;

    private final Console console;
    private final String service;
    private final Optional<Path> file;
    private final Supplier<List<String>> obstacles;
    private final ClockSetBack clockSetBack;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ready watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean ready;
    private int looks;
    private String said = "";

    /**
     * Makes a watch of one service.
     *
     * @param obstacles what keeps the service from being ready, none when it is
     */
    public ReadyWatch(Console console, String service, Optional<Path> file, Supplier<List<String>> obstacles) {
        this(console, service, file, obstacles, System::currentTimeMillis);
    }

    ReadyWatch(
            Console console,
            String service,
            Optional<Path> file,
            Supplier<List<String>> obstacles,
            LongSupplier wallMillis) {
        this.console = console;
        this.service = service;
        this.file = file;
        this.obstacles = obstacles;
        this.clockSetBack = new ClockSetBack(wallMillis);
    }

    /** Begins to watch, in a thread of its own. */
    public void start() {
        deleteFile();
        var unused = clock.scheduleWithFixedDelay(this::lookOnce, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Looks and says what has changed; the watch does so ten times a second. */
    void lookOnce() {
        List<String> now = clockSetBack.findObstacle().map(List::of).orElseGet(obstacles);
        if (now.isEmpty() && !ready) {
            ready = true;
            file.ifPresent(ReadyWatch::createFile);
            console.sayLine(service + " is ready");
        } else if (!now.isEmpty()) {
            sayWhatIsMissing(service + " is not ready: " + String.join("; ", now));
        }
    }

    private void sayWhatIsMissing(String line) {
        looks++;
        boolean due = looks % SAY_EVERY == 0 && (!line.equals(said) || looks >= REPEAT_EVERY);
        if (ready || due) {
            said = line;
            looks = 0;
            console.sayLine(line);
        }
        if (ready) {
            ready = false;
            deleteFile();
        }
    }

    /**
     * Returns whether the file says that a process is ready; one that was killed leaves its file.
     *
     * @param pid id of the process that is asked about
     */
    public static boolean saysReady(Path file, long pid) {
        try {
            return Files.exists(file) && Long.parseLong(Files.readString(file)) == pid;
        } catch (IOException | NumberFormatException e) {
            // Just being written or deleted: not ready yet, or not any more.
            return false;
        }
    }

    private static void createFile(Path path) {
        try {
            Files.writeString(path, String.valueOf(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private void deleteFile() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + path, e);
            }
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
        deleteFile();
    }
}
