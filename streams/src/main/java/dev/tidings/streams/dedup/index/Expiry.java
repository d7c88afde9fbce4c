package dev.tidings.streams.dedup.index;

/**
 * When an indexed article leaves a window: some time after the day it came.
 *
 * @param window which window
 * @param day day of its raw time, counted from 1970-01-01 UTC
 * @param sourcePosition source position of the article
 */
public record Expiry(DedupWindows.Window window, long day, SourcePosition sourcePosition) {

    private static final long DAY_MILLIS = 86_400_000;

    public static Expiry of(DedupWindows.Window window, long time, SourcePosition sourcePosition) {
        return new Expiry(window, toEpochDay(time), sourcePosition);
    }

    public static long toEpochDay(long time) {
        return Math.floorDiv(time, DAY_MILLIS);
    }
}
