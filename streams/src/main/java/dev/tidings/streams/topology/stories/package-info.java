/**
 * The Kafka processors of the story stage: reading an article's features, grouping it, writing what changed. The
 * grouping itself knows no Kafka and stands in {@code streams.story}.
 */
@NullMarked
package dev.tidings.streams.topology.stories;

import org.jspecify.annotations.NullMarked;
