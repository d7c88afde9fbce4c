package dev.tidings.consumer.store;

import dev.tidings.consumer.subscribe.ArticleHeaders;
import dev.tidings.schemas.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * What the deduplication stage decided of an article.
 *
 * @param name NEW or the name of a relation kind; UNKNOWN when the record carried none
 * @param cluster id of the first member of its cluster of copies; empty when unknown
 * @param decision ordinal of the decision, dense from 0; -1 when unknown
 * @param evidence why; empty when the record carried none
 * @param flags what the stage found unusual, e.g. late
 */
public record StoredVerdict(
        String name, String cluster, long decision, Optional<Evidence> evidence, List<String> flags) {

    /** Name of the verdict of a record that carried none. */
    public static final String UNKNOWN = ArticleHeaders.UNKNOWN;

    /** Freezes the flags. */
    public StoredVerdict {
        flags = List.copyOf(flags);
    }
}
