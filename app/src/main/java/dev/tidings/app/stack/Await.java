package dev.tidings.app.stack;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions in other processes, which have no way to signal this one. */
public final class Await {
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private Await() {}

    /**
     * Asks again and again until the condition holds or the time is over.
     *
     * @param limit how long at most; the condition is asked at least once
     * @param condition cheap to ask, without lasting effect
     * @return whether the condition held
     * @throws CancellationException when the thread is interrupted; its flag stays set
     */
    public static boolean waitUntil(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while waiting");
            }
        }
        return true;
    }
}
