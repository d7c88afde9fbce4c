/**
 * From a text to its sketch, by which duplicates are found and compared: fingerprint, bottom-k sketch, blocking keys,
 * canonical URL. Pure: neither Kafka nor Avro.
 */
@NullMarked
package dev.tidings.streams.dedup.sketch;

import org.jspecify.annotations.NullMarked;
