package dev.tidings.streams.topology;

import java.util.Map;

/**
 * How far processes before this one had come with the source of a stage, and how far its output is written. Where its
 * memory was lost, or its consumer group's offsets, the stage reads records again whose output stands in the topics: it
 * takes them into its memory and writes nothing.
 *
 * @param publishedBefore offset in the stage's one source partition; the output of all records before it is written
 * @param decisions how many decisions the written output numbers; the ordinals go on from there
 * @param committed how far the source has been processed; goes on while the stage runs
 */
public record ResumePoint(long publishedBefore, long decisions, CommittedOffsets committed) {

    /** Of a stage whose source is read from wherever its group stands. */
    public ResumePoint(long publishedBefore, long decisions) {
        this(publishedBefore, decisions, new CommittedOffsets());
    }

    /** Returns where nothing has been written yet. */
    public static ResumePoint beginning() {
        return new ResumePoint(0, 0);
    }

    /**
     * Returns this point for a stage whose group stands somewhere.
     *
     * @param offsets the first offset that has not been processed, by source partition
     */
    public ResumePoint beginningAt(Map<Integer, Long> offsets) {
        return new ResumePoint(publishedBefore, decisions, new CommittedOffsets(offsets));
    }

    /** Returns whether the output of a record is written. */
    public boolean isPublished(long offset) {
        return offset < publishedBefore;
    }

    /**
     * Returns the ordinal of the decision on a record. What is decided again for the memory alone gets none of its own:
     * it keeps the number of decisions at what has been written.
     *
     * @param offset offset of the record
     * @param counted number of decisions that the memory has counted
     */
    public long ordinalAt(long offset, long counted) {
        return isPublished(offset) ? Math.max(0, decisions - 1) : Math.max(counted, decisions);
    }
}
