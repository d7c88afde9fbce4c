/**
 * Takes history through the topologies again: a run has its own topics, state and consumer groups, and stops at the
 * exact end. The same range, warm-up and versions give the same output.
 * Part of the API.
 */
@NullMarked
package dev.tidings.streams.replay.run;

import org.jspecify.annotations.NullMarked;
