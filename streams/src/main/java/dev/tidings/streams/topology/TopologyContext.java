package dev.tidings.streams.topology;

import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.store.DeskStores;

/**
 * What every topology is built with.
 *
 * @param topics topics it reads and writes
 * @param serdes serdes of the events
 * @param patience how it waits for the registry
 * @param maxArticleBytes how large an article may be to stand whole in a dead letter
 * @param commits how far apart its commits are
 * @param scope which raw records it is about
 * @param stores how its state stores are kept
 */
public record TopologyContext(
        Topics topics,
        AvroSerdes serdes,
        RegistryPatience patience,
        long maxArticleBytes,
        CommitIntervals commits,
        Scope scope,
        StoreFactory stores) {

    /** Makes the context of everything there is. */
    public TopologyContext(Topics topics, AvroSerdes serdes, RegistryPatience patience, long maxArticleBytes) {
        this(topics, serdes, patience, maxArticleBytes, CommitIntervals.USUAL, Scope.ALL, DeskStores::builder);
    }

    /** Returns this context with other intervals between commits. */
    public TopologyContext committing(CommitIntervals intervals) {
        return new TopologyContext(topics, serdes, patience, maxArticleBytes, intervals, scope, stores);
    }

    /** Returns this context for a part of the raw records. */
    public TopologyContext within(Scope part) {
        return new TopologyContext(topics, serdes, patience, maxArticleBytes, commits, part, stores);
    }

    /** Returns this context with its stores kept in another way. */
    public TopologyContext storing(StoreFactory others) {
        return new TopologyContext(topics, serdes, patience, maxArticleBytes, commits, scope, others);
    }
}
