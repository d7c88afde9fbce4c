/** What every part of Tidings shares to speak with Kafka and the registry: serdes, topics, settings, dead letters. */
@NullMarked
package dev.tidings.schemas.kafka;

import org.jspecify.annotations.NullMarked;
