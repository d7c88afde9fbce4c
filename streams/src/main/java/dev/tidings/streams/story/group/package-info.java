/**
 * Puts each article into a story, in one pass, across languages and without a model. Pure: neither Kafka nor Avro.
 * Start with {@link dev.tidings.streams.story.group.StoryGrouper}.
 */
@NullMarked
package dev.tidings.streams.story.group;

import org.jspecify.annotations.NullMarked;
