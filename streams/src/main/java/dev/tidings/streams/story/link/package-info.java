/**
 * What articles share across languages: names by their sounds, entities, days, numbers, packed and weighted by rarity.
 * Pure: neither Kafka nor Avro. Start with {@link dev.tidings.streams.story.link.Links}.
 */
@NullMarked
package dev.tidings.streams.story.link;

import org.jspecify.annotations.NullMarked;
