/**
 * What of an article tells its event in any language: names, places, days, numbers, words. Pure: neither Kafka nor
 * Avro.
 */
@NullMarked
package dev.tidings.streams.story.feature;

import org.jspecify.annotations.NullMarked;
