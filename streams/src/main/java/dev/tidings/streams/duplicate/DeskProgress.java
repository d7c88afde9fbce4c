package dev.tidings.streams.duplicate;

/**
 * How far the desk has come.
 *
 * @param decisions number of decisions so far; the next one has this ordinal
 * @param clock the desk's clock
 */
public record DeskProgress(long decisions, DeskClock clock) {

    /** Returns the progress of a desk that has decided nothing. */
    public static DeskProgress none() {
        return new DeskProgress(0, DeskClock.unset());
    }
}
