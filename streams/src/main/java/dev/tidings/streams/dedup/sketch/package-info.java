/**
 * From a text to what its duplicates are found and compared by: fingerprint, bottom-k sketch, blocking keys,
 * canonical URL. Pure: neither Kafka nor Avro.
 */
@NullMarked
package dev.tidings.streams.dedup.sketch;

import org.jspecify.annotations.NullMarked;
