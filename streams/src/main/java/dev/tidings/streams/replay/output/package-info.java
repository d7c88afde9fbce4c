/** What a run has written, read back: counts and the hash that two equal runs share. */
@NullMarked
package dev.tidings.streams.replay.output;

import org.jspecify.annotations.NullMarked;
