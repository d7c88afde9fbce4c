/** What a run is to read, fixed before it begins: name, range of offsets, warm-up. Part of the API. */
@NullMarked
package dev.tidings.streams.replay.plan;

import org.jspecify.annotations.NullMarked;
