package dev.tidings.app.cli.console;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what a command waits for, when a person waits with it so long as to wonder. */
public final class SlowWork {
    private static final long FIRST_MS = 2_000;
    private static final long AGAIN_MS = 10_000;

    private SlowWork() {}

    /**
     * Does work in this thread.
     *
     * @param waitingFor what is said of it after two seconds, and every ten from then on
     * @return what the work returns
     */
    public static <T> T tellIfSlow(Console console, String waitingFor, Supplier<T> work) {
        return console.isWatched() ? tellWhileWaiting(console, waitingFor, work) : work.get();
    }

    private static <T> T tellWhileWaiting(Console console, String waitingFor, Supplier<T> work) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "slow work");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var unused = clock.scheduleWithFixedDelay(
                    () -> console.sayLine("waiting for " + waitingFor + " ..."),
                    FIRST_MS,
                    AGAIN_MS,
                    TimeUnit.MILLISECONDS);
            return work.get();
        } finally {
            clock.shutdownNow();
        }
    }
}
