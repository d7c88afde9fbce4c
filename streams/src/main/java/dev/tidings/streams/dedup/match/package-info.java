/**
 * What an article is to those before it: the rules with their thresholds, and the decision. Pure: neither Kafka nor
 * Avro. Start with {@link dev.tidings.streams.dedup.match.Deduplicator}.
 */
@NullMarked
package dev.tidings.streams.dedup.match;

import org.jspecify.annotations.NullMarked;
