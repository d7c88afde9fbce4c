package dev.tidings.app.cli.service;

import dev.tidings.app.cli.console.Console;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says, for a command that works until it is stopped, when the wall clock was set back, in a thread of its own. Services
 * with a {@link ReadyWatch} are told of it there.
 */
public final class ClockWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 1_000;

    private final Console console;
    private final ClockSetBack clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "clock watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean said;

    /** Makes a watch of the clock of this machine; it does not look yet. */
    public ClockWatch(Console console) {
        this(console, System::currentTimeMillis);
    }

    ClockWatch(Console console, LongSupplier wallMillis) {
        this.console = console;
        this.clock = new ClockSetBack(wallMillis);
    }

    /** Begins to look, once a second. */
    public void start() {
        var unused = looks.scheduleWithFixedDelay(this::lookOnce, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Looks, and says what is wrong when it was not before. */
    void lookOnce() {
        Optional<String> obstacle = clock.findObstacle();
        obstacle.filter(what -> !said).ifPresent(what -> console.sayLine("tidings: " + what));
        said = obstacle.isPresent();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
