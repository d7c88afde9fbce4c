/** The story stage on Kafka Streams: its settings, processors and stores. What groups is pure and stands apart. */
@NullMarked
package dev.tidings.streams.topology.stories;

import org.jspecify.annotations.NullMarked;
