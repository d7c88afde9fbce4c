/**
 * What a host puts around its articles, learned from what recurs there at the margins of different articles. Pure: neither
 * Kafka nor Avro. Start with {@link dev.tidings.streams.margin.Margins}.
 */
@NullMarked
package dev.tidings.streams.margin;

import org.jspecify.annotations.NullMarked;
