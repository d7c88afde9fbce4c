package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long to wait before the next attempt: doubling from a tenth of a second to ten seconds. */
final class Backoff {

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private Duration wait = Duration.ZERO;
    private long until;

    Backoff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void attemptFailed() {
        Duration doubled = wait.isZero() ? FIRST_WAIT : wait.multipliedBy(2);
        wait = doubled.compareTo(MAX_WAIT) < 0 ? doubled : MAX_WAIT;
        until = nanoTime.getAsLong() + wait.toNanos();
    }

    void attemptSucceeded() {
        wait = Duration.ZERO;
    }

    /** Returns whether the last attempt failed. */
    boolean isFailing() {
        return !wait.isZero();
    }

    /** Returns how long to wait still; zero when an attempt is due. */
    Duration remainingWait() {
        long left = isFailing() ? until - nanoTime.getAsLong() : 0;
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }
}
