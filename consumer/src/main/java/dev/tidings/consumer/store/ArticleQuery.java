package dev.tidings.consumer.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which articles to list: those that meet every condition given, the newest decisions of them, in order of decision.
 *
 * @param language primary language subtag or full tag (BCP 47)
 * @param source root, feed or service
 * @param verdict NEW or the name of a relation kind
 * @param text words as they stand in title or body; ASCII letters match in either case
 * @param since came to Kafka not before this
 * @param before only decisions before this one: the first decision of a page gives the page before it
 * @param limit most articles to return, at least 1
 */
public record ArticleQuery(
        Optional<String> language,
        Optional<String> source,
        Optional<String> verdict,
        Optional<String> text,
        Optional<Instant> since,
        OptionalLong before,
        int limit) {

    /** Refuses a limit below 1. */
    public ArticleQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
    }

    /** Returns a query for the newest articles. */
    public static ArticleQuery newest(int limit) {
        return new ArticleQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                limit);
    }
}
