/**
 * Putting articles in: {@code publish} with its progress and its watch, and {@code try}, which takes files through
 * all stages without a broker.
 */
@NullMarked
package dev.tidings.app.cli.publish;

import org.jspecify.annotations.NullMarked;
