package dev.tidings.streams.dedup.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The revisions of one article that deduplication has seen, in the order in which they came. Of more than {@link
 * #MAX_REVISIONS} the lowest are dropped.
 *
 * @param seen at least one
 */
public record ArticleRevisions(List<Seen> seen) {

    /** How many are remembered. */
    public static final int MAX_REVISIONS = 8;

    /**
     * One revision.
     *
     * @param revision its number
     * @param contentSha256 SHA-256 of its verbatim input
     * @param sourcePosition where its raw record stands
     * @param time time of that record, milliseconds since 1970
     * @param cluster cluster it was put into
     */
    public record Seen(long revision, String contentSha256, SourcePosition sourcePosition, long time, UUID cluster) {}

    /** Refuses none and freezes the list. */
    public ArticleRevisions {
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("an article that was seen has a revision");
        }
        seen = List.copyOf(seen);
    }

    /** Returns the current one: the highest, of equal ones the last that came. */
    public Seen current() {
        Seen current = seen.get(0);
        for (Seen next : seen) {
            current = next.revision() >= current.revision() ? next : current;
        }
        return current;
    }

    /** Returns the one with this number and content. */
    public Optional<Seen> findSame(long revision, String contentSha256) {
        return seen.stream()
                .filter(known ->
                        known.revision() == revision && known.contentSha256().equals(contentSha256))
                .findFirst();
    }

    /** Returns these and one more. */
    public ArticleRevisions plus(Seen next) {
        List<Seen> all = new ArrayList<>(seen);
        all.add(next);
        if (all.size() > MAX_REVISIONS) {
            all.stream().min(Comparator.comparingLong(Seen::revision)).ifPresent(all::remove);
        }
        return new ArticleRevisions(all);
    }
}
