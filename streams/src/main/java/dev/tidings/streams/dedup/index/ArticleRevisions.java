package dev.tidings.streams.dedup.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The revisions of one article that deduplication has seen, in the order in which they came. Of more than {@link
 * #MAX_REVISIONS} the lowest are dropped. While all of them were dead letters, one stands for all: the highest up to
 * which there is no gap.
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
     * @param contentSha256 SHA-256 of its verbatim input; empty when it was a dead letter
     * @param sourcePosition where its raw record stands
     * @param time time of that record, milliseconds since 1970
     * @param cluster cluster it was put into; empty when it was a dead letter
     */
    public record Seen(
            long revision, String contentSha256, SourcePosition sourcePosition, long time, Optional<UUID> cluster) {

        /** A revision that was published or suppressed. */
        public Seen(long revision, String contentSha256, SourcePosition sourcePosition, long time, UUID cluster) {
            this(revision, contentSha256, sourcePosition, time, Optional.of(cluster));
        }

        /** Returns a revision that was a dead letter, as every one before it. */
        static Seen deadLetter(long revision, SourcePosition sourcePosition, long time) {
            return new Seen(revision, "", sourcePosition, time, Optional.empty());
        }
    }

    /** Refuses none and freezes the list. */
    public ArticleRevisions {
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("an article that was seen has a revision");
        }
        seen = List.copyOf(seen);
    }

    /** Returns the revisions of an article of which every one up to a number was a dead letter. */
    public static ArticleRevisions deadLetters(long upTo, SourcePosition sourcePosition, long time) {
        return new ArticleRevisions(List.of(Seen.deadLetter(upTo, sourcePosition, time)));
    }

    /** Returns whether any was more than a dead letter. */
    public boolean isAnyDecided() {
        return seen.stream().anyMatch(known -> known.cluster().isPresent());
    }

    /** Returns up to which revision every one is known to be a dead letter; 0 when that is known of none. */
    public long deadLetteredThrough() {
        return isAnyDecided() ? 0 : current().revision();
    }

    /**
     * Returns whether every revision before one is known to be a dead letter.
     *
     * @param known what is known of the article, of which nothing has been decided
     * @param deadLetteredBefore how many right before it became dead letters of the publisher
     */
    public static boolean followsDeadLetters(Optional<ArticleRevisions> known, long revision, long deadLetteredBefore) {
        long through = known.map(ArticleRevisions::deadLetteredThrough).orElse(0L);
        return revision - 1 - deadLetteredBefore <= through;
    }

    /** Returns the current one: the highest, of equal ones the last that came. */
    public Seen current() {
        Seen current = seen.get(0);
        for (Seen next : seen) {
            current = next.revision() >= current.revision() ? next : current;
        }
        return current;
    }

    /** Returns the decided one with this number and content. */
    public Optional<Seen> findSame(long revision, String contentSha256) {
        return seen.stream()
                .filter(known -> known.cluster().isPresent())
                .filter(known ->
                        known.revision() == revision && known.contentSha256().equals(contentSha256))
                .findFirst();
    }

    /** Returns these and one more that was decided; dead letters before the first such one no longer matter. */
    public ArticleRevisions plus(Seen next) {
        List<Seen> all = new ArrayList<>();
        seen.stream().filter(known -> known.cluster().isPresent()).forEach(all::add);
        all.add(next);
        if (all.size() > MAX_REVISIONS) {
            all.stream().min(Comparator.comparingLong(Seen::revision)).ifPresent(all::remove);
        }
        return new ArticleRevisions(all);
    }
}
