package dev.tidings.streams.dedup.index;

/**
 * How far deduplication has come.
 *
 * @param decisions number of decisions so far; the next one has this ordinal
 * @param clock the watermark after that decision
 */
public record DedupProgress(long decisions, Watermark clock) {

    /** Returns the progress before the first decision. */
    public static DedupProgress none() {
        return new DedupProgress(0, Watermark.unset());
    }
}
