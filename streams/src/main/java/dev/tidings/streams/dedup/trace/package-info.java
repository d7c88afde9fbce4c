/**
 * What a text says, in so few bytes that it is kept of every article: its words in order at two bits each, its numbers,
 * the names it repeats. By two of them is told what one text has that the other has not, without the texts.
 */
@NullMarked
package dev.tidings.streams.dedup.trace;

import org.jspecify.annotations.NullMarked;
