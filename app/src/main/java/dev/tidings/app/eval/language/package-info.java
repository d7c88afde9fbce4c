/** How well languages are identified and Kurdish spelling is repaired, and how fast. */
@NullMarked
package dev.tidings.app.eval.language;

import org.jspecify.annotations.NullMarked;
