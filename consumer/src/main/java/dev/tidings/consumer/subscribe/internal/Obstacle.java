package dev.tidings.consumer.subscribe.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a loop waits for, and when to tell of it: when it is met, and every minute while it stays. */
final class Obstacle {

    private static final Duration TELL_EVERY = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private volatile @Nullable String cause;
    private long told;

    Obstacle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes what is in the way; returns whether to tell of it. */
    boolean noteMet(String met) {
        long now = nanoTime.getAsLong();
        boolean tell = !met.equals(cause) || now - told >= TELL_EVERY.toNanos();
        cause = met;
        told = tell ? now : told;
        return tell;
    }

    void noteGone() {
        cause = null;
    }

    /** Returns what is in the way. For any thread. */
    Optional<String> findCause() {
        return Optional.ofNullable(cause);
    }
}
