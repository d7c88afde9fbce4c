package dev.tidings.app.bench;

/**
 * Tells from the cost of window after window when a program is warm: two windows have followed the cheapest one, each
 * of which saved next to nothing of it. For one thread.
 */
final class WarmUp {
    /** What two windows of the same work differ by. */
    private static final double SAVED = 0.97;

    private static final int MIN_AFTER_BEST = 2;

    private double best = Double.MAX_VALUE;
    private int afterBest;

    /** Adds the cost of the next window, in any unit. */
    void addWindow(double cost) {
        if (cost < best * SAVED) {
            best = cost;
            afterBest = 0;
        } else {
            best = Math.min(best, cost);
            afterBest++;
        }
    }

    /** Whether the cost no longer falls. */
    boolean isWarm() {
        return afterBest >= MIN_AFTER_BEST;
    }
}
