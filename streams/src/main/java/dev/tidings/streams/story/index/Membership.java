package dev.tidings.streams.story.index;

import java.util.List;
import java.util.Optional;

/**
 * The membership of an article in its story, as it is published.
 *
 * @param articleId article id
 * @param revision its newest revision that was grouped
 * @param uri stable name
 * @param title title; empty when it has none
 * @param language language (BCP 47)
 * @param script script (ISO 15924)
 * @param place where its raw record stands
 * @param decision ordinal of its deduplication decision
 * @param score probability with which it joined, 0 to 1; 1 for the first member
 * @param nearest member that it was likest to; empty for the first
 * @param reasons what it shared with that member, the strongest first
 */
public record Membership(
        String articleId,
        long revision,
        String uri,
        Optional<String> title,
        String language,
        String script,
        Place place,
        long decision,
        double score,
        Optional<String> nearest,
        List<StoryReason> reasons) {

    /**
     * Where the raw record of an article stands.
     *
     * @param partition raw partition
     * @param offset raw offset
     * @param time raw record time, in milliseconds since 1970
     */
    public record Place(int partition, long offset, long time) {}

    /** Freezes the reasons. */
    public Membership {
        reasons = List.copyOf(reasons);
    }

    /** Returns a later revision of the same member: it stays for the reasons it came. */
    public Membership joinedAs(Membership before) {
        return new Membership(
                articleId,
                revision,
                uri,
                title,
                language,
                script,
                place,
                before.decision,
                before.score,
                before.nearest,
                before.reasons);
    }
}
