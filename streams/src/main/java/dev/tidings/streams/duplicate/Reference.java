package dev.tidings.streams.duplicate;

import java.util.Comparator;

/**
 * Identity of one input: where its raw record stands.
 *
 * @param partition partition of the raw topic
 * @param offset offset in it
 */
public record Reference(int partition, long offset) implements Comparable<Reference> {

    private static final Comparator<Reference> ORDER =
            Comparator.comparingInt(Reference::partition).thenComparingLong(Reference::offset);

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
