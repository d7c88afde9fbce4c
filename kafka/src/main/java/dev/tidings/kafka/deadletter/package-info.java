/** Dead letters, made in one place for producer, topologies and consumers. */
@NullMarked
package dev.tidings.kafka.deadletter;

import org.jspecify.annotations.NullMarked;
