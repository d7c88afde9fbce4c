package dev.tidings.kafka.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often something may be tried again within a time, so that a lasting fault is not hidden for ever. Safe for use by
 * many threads.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class RetryBudget {

    private final int retries;
    private final Duration window;
    private final InstantSource clock;
    private final Deque<Instant> spent = new ArrayDeque<>();

    /**
     * Makes a budget of which nothing is spent.
     *
     * @param retries how many there are within the window, at least 0
     */
    public RetryBudget(int retries, Duration window, InstantSource clock) {
        this.retries = retries;
        this.window = window;
        this.clock = clock;
    }

    /**
     * Takes one retry out of the budget.
     *
     * @return how many are spent within the window now; 0 when none was left
     */
    public synchronized int spend() {
        Instant now = clock.instant();
        while (!spent.isEmpty() && spent.peekFirst().isBefore(now.minus(window))) {
            spent.removeFirst();
        }
        return spent.size() < retries && spent.add(now) ? spent.size() : 0;
    }
}
