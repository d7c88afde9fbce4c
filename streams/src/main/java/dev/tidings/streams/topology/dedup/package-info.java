/**
 * The Kafka processors of the deduplication stage: reading the analysed article, deciding it, routing it. The rules
 * themselves know no Kafka and stand in packages of their own.
 */
@NullMarked
package dev.tidings.streams.topology.dedup;

import org.jspecify.annotations.NullMarked;
