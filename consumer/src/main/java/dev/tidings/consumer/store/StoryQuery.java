package dev.tidings.consumer.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which stories to list: those that meet every condition given; of them those with the newest members, the newest last.
 *
 * @param language primary language subtag or full tag (BCP 47) of a member
 * @param source root, feed or service of a member
 * @param text words in the label or in the title of a member; ASCII letters match in either case
 * @param since newest member not before this
 * @param until oldest member not after this
 * @param members least number of members
 * @param languages least number of languages
 * @param limit most stories to return, at least 1
 */
public record StoryQuery(
        Optional<String> language,
        Optional<String> source,
        Optional<String> text,
        Optional<Instant> since,
        Optional<Instant> until,
        int members,
        int languages,
        int limit) {

    /** Refuses a limit below 1. */
    public StoryQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
    }

    /** Returns a query for the newest stories. */
    public static StoryQuery newest(int limit) {
        return new StoryQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1, 1, limit);
    }
}
