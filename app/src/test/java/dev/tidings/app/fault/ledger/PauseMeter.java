package dev.tidings.app.fault.ledger;

import java.time.Duration;

/** The longest time in which no outcome came, while work was going on. Safe for use by several threads. */
final class PauseMeter {

    private long last;
    private long longest;

    /** Begins anew, as if an outcome had come just now. */
    synchronized void begin() {
        last = System.nanoTime();
        longest = 0;
    }

    synchronized void outcomeCame() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
    }

    synchronized Duration longest() {
        return Duration.ofNanos(longest);
    }
}
