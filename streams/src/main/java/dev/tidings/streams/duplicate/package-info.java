/**
 * Duplicate detection: sketches of texts, the rules that compare them, and the desk's decision. Pure: neither Kafka nor
 * Avro. Start with {@link dev.tidings.streams.duplicate.Sketcher} and
 * {@link dev.tidings.streams.duplicate.Duplicates}.
 */
@NullMarked
package dev.tidings.streams.duplicate;

import org.jspecify.annotations.NullMarked;
