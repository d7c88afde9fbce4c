package dev.tidings.streams.dedup.index;

/**
 * How far the desk has come.
 *
 * @param decisions number of decisions so far; the next one has this ordinal
 * @param clock the desk's clock
 */
public record DedupProgress(long decisions, Watermark clock) {

    /** Returns the progress of a desk that has decided nothing. */
    public static DedupProgress none() {
        return new DedupProgress(0, Watermark.unset());
    }
}
