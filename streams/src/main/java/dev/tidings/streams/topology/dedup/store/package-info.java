/** The duplicate index in key-value stores: keys, values, expiry by day. */
@NullMarked
package dev.tidings.streams.topology.dedup.store;

import org.jspecify.annotations.NullMarked;
