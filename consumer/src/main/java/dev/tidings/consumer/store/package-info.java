/**
 * Storing what was published: sinks that keep rows and the offset to go on from in one transaction, and the read side
 * of the store.
 */
@NullMarked
package dev.tidings.consumer.store;

import org.jspecify.annotations.NullMarked;
