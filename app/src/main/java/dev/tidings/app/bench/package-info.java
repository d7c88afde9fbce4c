/**
 * The benchmark: generated articles, the whole pipeline as separate processes on a stack of its own, what it takes.
 *
 * <p>Start reading at {@link dev.tidings.app.bench.Bench}. Durations come from {@link java.lang.System#nanoTime()}
 * alone.
 */
@NullMarked
package dev.tidings.app.bench;

import org.jspecify.annotations.NullMarked;
