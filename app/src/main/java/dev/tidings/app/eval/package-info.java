/** Evaluation commands: how right and how fast the algorithms are on labelled data. */
@NullMarked
package dev.tidings.app.eval;

import org.jspecify.annotations.NullMarked;
