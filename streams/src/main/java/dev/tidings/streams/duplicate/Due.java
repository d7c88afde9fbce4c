package dev.tidings.streams.duplicate;

/**
 * Note that a holder leaves a window some time after a day.
 *
 * @param window which window
 * @param day day of its raw time, counted from 1970-01-01 UTC
 * @param reference the holder
 */
public record Due(Windows.Window window, long day, Reference reference) {

    private static final long DAY_MILLIS = 86_400_000;

    static Due of(Windows.Window window, long time, Reference reference) {
        return new Due(window, day(time), reference);
    }

    static long day(long time) {
        return Math.floorDiv(time, DAY_MILLIS);
    }
}
