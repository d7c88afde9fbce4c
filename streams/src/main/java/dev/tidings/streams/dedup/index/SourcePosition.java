package dev.tidings.streams.dedup.index;

import java.util.Comparator;

/**
 * The source position of an article, which identifies one input: partition and offset of its raw record.
 *
 * @param partition partition of the raw topic
 * @param offset offset in it
 */
public record SourcePosition(int partition, long offset) implements Comparable<SourcePosition> {

    private static final Comparator<SourcePosition> ORDER =
            Comparator.comparingInt(SourcePosition::partition).thenComparingLong(SourcePosition::offset);

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
