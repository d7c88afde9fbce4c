package dev.tidings.app.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets work end in order when somebody presses Ctrl-C: it is told to stop, and the process ends as soon as it has,
 * after half a minute at the latest.
 */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable stop;

    private Interruption(Runnable stop) {
        this.stop = stop;
    }

    /** Runs the work; calls {@code stop}, in another thread, when the process is asked to end meanwhile. */
    public static <T> T runInterruptibly(Runnable stop, Supplier<T> work) {
        Interruption interruption = new Interruption(stop);
        Thread hook = new Thread(interruption::awaitEnd, "end in order");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            interruption.ended.countDown();
            removeHook(hook);
        }
    }

    private void awaitEnd() {
        stop.run();
        try {
            boolean unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, and has just been released.
        }
    }
}
