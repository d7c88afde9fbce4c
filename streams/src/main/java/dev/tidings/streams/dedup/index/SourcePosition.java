package dev.tidings.streams.dedup.index;

import java.util.Comparator;

/**
 * Identity of one input: where its raw record stands.
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
