/**
 * What the three topologies share: context, deserialization, dead letters, commit policy, the range of a replay. The
 * topologies stand in {@code analyse}, {@code dedup} and {@code stories} below.
 */
@NullMarked
package dev.tidings.streams.topology;

import org.jspecify.annotations.NullMarked;
