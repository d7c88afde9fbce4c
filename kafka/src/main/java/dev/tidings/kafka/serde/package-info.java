/**
 * Serdes of the events in the Confluent wire format, and their schemas in the registry: the one place that touches
 * the Confluent classes.
 */
@NullMarked
package dev.tidings.kafka.serde;

import org.jspecify.annotations.NullMarked;
