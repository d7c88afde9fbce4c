/** Compares two sketches and says by rules what their texts are to each other. Pure: neither Kafka nor Avro. */
@NullMarked
package dev.tidings.streams.dedup.match;

import org.jspecify.annotations.NullMarked;
