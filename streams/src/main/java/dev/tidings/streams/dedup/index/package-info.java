/**
 * The duplicate index, as interface and in memory: indexed articles, blocking keys, postings, expiries, revisions,
 * watermark. Pure: neither Kafka nor Avro.
 */
@NullMarked
package dev.tidings.streams.dedup.index;

import org.jspecify.annotations.NullMarked;
