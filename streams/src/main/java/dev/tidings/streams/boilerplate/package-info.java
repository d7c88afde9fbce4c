/**
 * What a site puts around its articles, learned from what recurs at the edges of different articles. Pure: neither
 * Kafka nor Avro. Start with {@link dev.tidings.streams.boilerplate.SiteBoilerplate}.
 */
@NullMarked
package dev.tidings.streams.boilerplate;

import org.jspecify.annotations.NullMarked;
