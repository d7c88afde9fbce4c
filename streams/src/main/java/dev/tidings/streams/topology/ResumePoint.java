package dev.tidings.streams.topology;

import java.util.Map;

/**
 * How far processes before this one had come with the source of a stage, and how far its output is written. Where its
 * memory was lost, or its consumer group's offsets, the stage reads records again whose output stands in the topics: it
 * takes them into its memory and writes nothing.
 *
 * @param publishedBefore offset in the stage's one source partition; the output of all records before it is written
 * @param decisions how many decisions the written output numbers; the ordinals go on from there
 * @param begins the first offset to be read of each source partition; 0 where it is not known
 */
public record ResumePoint(long publishedBefore, long decisions, Map<Integer, Long> begins) {

    /** Where nothing has been written yet. */
    public static final ResumePoint BEGINNING = new ResumePoint(0, 0);

    /** Freezes the map. */
    public ResumePoint {
        begins = Map.copyOf(begins);
    }

    /** Of a stage whose source is read from wherever its group stands. */
    public ResumePoint(long publishedBefore, long decisions) {
        this(publishedBefore, decisions, Map.of());
    }

    /** Returns this point for source partitions of which nothing is read before some offsets. */
    public ResumePoint beginningAt(Map<Integer, Long> offsets) {
        return new ResumePoint(publishedBefore, decisions, offsets);
    }

    /** Returns the first offset to be read of a source partition. */
    public long beginOf(int partition) {
        return begins.getOrDefault(partition, 0L);
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
