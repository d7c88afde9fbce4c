package dev.tidings.app.cli.service;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells when the wall clock was set back. Kafka's clients measure by it, and never let their time run backwards: they
 * send no heartbeat and take no record until the clock has come to where it was. Not safe for use by several threads.
 */
final class ClockSetBack {

    /** What a clock may be put right by without anybody noticing. */
    private static final long MAX_STEP_MS = 5_000;

    private final LongSupplier wallMillis;
    private long highest = Long.MIN_VALUE;

    /**
     * Makes one; it knows of steps between two looks.
     *
     * @param wallMillis the clock, milliseconds since 1970
     */
    ClockSetBack(LongSupplier wallMillis) {
        this.wallMillis = wallMillis;
    }

    /** Returns what is wrong now, with the fix; empty when nothing is. */
    Optional<String> findObstacle() {
        long now = wallMillis.getAsLong();
        highest = Math.max(highest, now);
        long behind = highest - now;
        return behind <= MAX_STEP_MS
                ? Optional.empty()
                : Optional.of("the clock of this machine was set back, and Kafka's clients stand still for the next "
                        + behind / 1000 + " s; start this process again");
    }
}
