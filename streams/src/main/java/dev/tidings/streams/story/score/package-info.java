/** How likely two articles tell of one event, by what they share and how rare that is. Pure: neither Kafka nor Avro. */
@NullMarked
package dev.tidings.streams.story.score;

import org.jspecify.annotations.NullMarked;
