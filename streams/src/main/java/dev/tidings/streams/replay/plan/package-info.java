/** What a run is to read, fixed before it begins: name, range of offsets, warm-up. */
@NullMarked
package dev.tidings.streams.replay.plan;

import org.jspecify.annotations.NullMarked;
