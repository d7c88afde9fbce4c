package dev.tidings.streams.topology;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.failure.SizeGuard;
import dev.tidings.streams.topology.dedup.store.DedupStores;

/**
 * What every topology is built with.
 *
 * @param topics topics it reads and writes
 * @param serdes serdes of the events
 * @param registryRetry how it retries while the schema registry does not answer
 * @param maxArticleBytes how large an article may be to be kept whole in its dead letter, in bytes
 * @param sizeGuard knows how large records may be
 * @param commits how far apart its commits are
 * @param replayRange which raw records it reads and of which it writes the output
 * @param stores how its state stores are kept
 * @param observer hears of what its steps do
 */
public record TopologyContext(
        Topics topics,
        AvroSerdes serdes,
        RegistryRetry registryRetry,
        long maxArticleBytes,
        SizeGuard sizeGuard,
        CommitIntervalSettings commits,
        ReplayRange replayRange,
        StoreFactory stores,
        StageObserver observer) {

    /** Makes the context of live operation: the usual commit intervals, every raw record, stores on disk. */
    public TopologyContext(Topics topics, AvroSerdes serdes, RegistryRetry registryRetry, long maxArticleBytes) {
        this(
                topics,
                serdes,
                registryRetry,
                maxArticleBytes,
                new SizeGuard(),
                CommitIntervalSettings.USUAL,
                ReplayRange.ALL,
                DedupStores::storeBuilder,
                StageObserver.NONE);
    }

    /** Returns this context with other intervals between commits. */
    public TopologyContext withCommitIntervals(CommitIntervalSettings intervals) {
        return new TopologyContext(
                topics, serdes, registryRetry, maxArticleBytes, sizeGuard, intervals, replayRange, stores, observer);
    }

    /** Returns this context for a range of the raw records. */
    public TopologyContext withinRange(ReplayRange part) {
        return new TopologyContext(
                topics, serdes, registryRetry, maxArticleBytes, sizeGuard, commits, part, stores, observer);
    }

    /** Returns this context with its stores kept in another way. */
    public TopologyContext storing(StoreFactory others) {
        return new TopologyContext(
                topics, serdes, registryRetry, maxArticleBytes, sizeGuard, commits, replayRange, others, observer);
    }

    /** Returns this context, whose steps are heard of. */
    public TopologyContext observedBy(StageObserver other) {
        return new TopologyContext(
                topics, serdes, registryRetry, maxArticleBytes, sizeGuard, commits, replayRange, stores, other);
    }
}
