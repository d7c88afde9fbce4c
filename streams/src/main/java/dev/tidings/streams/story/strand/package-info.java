/**
 * Articles of one language on one event, by weighted words against the average member: vectors, the index that finds
 * strands, their scores, and when one splits. Pure: neither Kafka nor Avro. Start with {@link
 * dev.tidings.streams.story.strand.Strands}.
 */
@NullMarked
package dev.tidings.streams.story.strand;

import org.jspecify.annotations.NullMarked;
