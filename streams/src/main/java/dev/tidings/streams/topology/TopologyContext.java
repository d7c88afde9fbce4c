package dev.tidings.streams.topology;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.topology.dedup.store.DedupStores;

/**
 * What every topology is built with.
 *
 * @param topics topics it reads and writes
 * @param serdes serdes of the events
 * @param registryRetry how it waits for the registry
 * @param maxArticleBytes how large an article may be to stand whole in a dead letter
 * @param commits how far apart its commits are
 * @param replayRange which raw records it is about
 * @param stores how its state stores are kept
 */
public record TopologyContext(
        Topics topics,
        AvroSerdes serdes,
        RegistryRetry registryRetry,
        long maxArticleBytes,
        CommitIntervalSettings commits,
        ReplayRange replayRange,
        StoreFactory stores) {

    /** Makes the context of everything there is. */
    public TopologyContext(Topics topics, AvroSerdes serdes, RegistryRetry registryRetry, long maxArticleBytes) {
        this(
                topics,
                serdes,
                registryRetry,
                maxArticleBytes,
                CommitIntervalSettings.USUAL,
                ReplayRange.ALL,
                DedupStores::storeBuilder);
    }

    /** Returns this context with other intervals between commits. */
    public TopologyContext withCommitIntervals(CommitIntervalSettings intervals) {
        return new TopologyContext(topics, serdes, registryRetry, maxArticleBytes, intervals, replayRange, stores);
    }

    /** Returns this context for a part of the raw records. */
    public TopologyContext withinRange(ReplayRange part) {
        return new TopologyContext(topics, serdes, registryRetry, maxArticleBytes, commits, part, stores);
    }

    /** Returns this context with its stores kept in another way. */
    public TopologyContext storing(StoreFactory others) {
        return new TopologyContext(topics, serdes, registryRetry, maxArticleBytes, commits, replayRange, others);
    }
}
