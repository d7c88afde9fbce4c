package dev.tidings.streams.duplicate;

import java.util.Optional;
import java.util.UUID;

/**
 * What the rules say of an arrival, before it is recorded.
 *
 * @param rule the rule that holds
 * @param match the article it rests on
 * @param cluster cluster of that article; empty when there is none
 * @param lowerRevision whether a later revision of the article was there first
 */
record Finding(Rule rule, Optional<Match> match, Optional<UUID> cluster, boolean lowerRevision) {

    static Finding of(Rule rule, Holder holder, Optional<Similarity> similarity) {
        return new Finding(rule, Optional.of(Match.of(holder, similarity)), Optional.of(holder.cluster()), false);
    }

    static Finding nothing() {
        return new Finding(Rule.NO_CANDIDATE, Optional.empty(), Optional.empty(), false);
    }
}
