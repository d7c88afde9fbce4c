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
 */
public record TopologyContext(Topics topics, AvroSerdes serdes, RegistryPatience patience, long maxArticleBytes) {}
