/**
 * The story features of an article: names, places, days, numbers and words that tell its event in any language. Pure:
 * neither Kafka nor Avro.
 */
@NullMarked
package dev.tidings.streams.story.feature;

import org.jspecify.annotations.NullMarked;
