/** The deduplication stage on Kafka Streams: its settings, processors and stores. What decides is pure and stands apart. */
@NullMarked
package dev.tidings.streams.topology.dedup;

import org.jspecify.annotations.NullMarked;
