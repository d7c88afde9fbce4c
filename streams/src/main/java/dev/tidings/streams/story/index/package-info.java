/**
 * What story grouping remembers: articles, terms, stories, as an interface on plain records. Pure: neither Kafka
 * nor Avro.
 */
@NullMarked
package dev.tidings.streams.story.index;

import org.jspecify.annotations.NullMarked;
