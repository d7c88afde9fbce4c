/**
 * How state stores are kept, whatever is in them: on disk, bounded in memory, fixed binary values with a leading
 * layout version.
 */
@NullMarked
package dev.tidings.streams.topology.store;

import org.jspecify.annotations.NullMarked;
