/**
 * What the story stage remembers: articles, their strands and stories, and the journal from which all of it is made
 * again. Pure: neither Kafka nor Avro. Start with {@link dev.tidings.streams.story.index.StoryIndex}.
 */
@NullMarked
package dev.tidings.streams.story.index;

import org.jspecify.annotations.NullMarked;
