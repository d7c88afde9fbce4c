package dev.tidings.streams.topology;

import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.streams.failure.RegistryPatience;

/**
 * What every topology is built with.
 *
 * @param topics topics it reads and writes
 * @param serdes serdes of the events
 * @param patience how it waits for the registry
 * @param maxArticleBytes how large an article may be to stand whole in a dead letter
 * @param scope which raw records it is about
 */
public record TopologyContext(
        Topics topics, AvroSerdes serdes, RegistryPatience patience, long maxArticleBytes, Scope scope) {

    /** Makes the context of everything there is. */
    public TopologyContext(Topics topics, AvroSerdes serdes, RegistryPatience patience, long maxArticleBytes) {
        this(topics, serdes, patience, maxArticleBytes, Scope.ALL);
    }

    /** Returns this context for a part of the raw records. */
    public TopologyContext within(Scope part) {
        return new TopologyContext(topics, serdes, patience, maxArticleBytes, part);
    }
}
