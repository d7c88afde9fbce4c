/** The one maker of dead letters, for producer, topologies and consumers alike. Part of the API. */
@NullMarked
package dev.tidings.kafka.deadletter;

import org.jspecify.annotations.NullMarked;
