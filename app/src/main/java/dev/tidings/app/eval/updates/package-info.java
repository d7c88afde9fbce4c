/** How much of what tells something new is withheld, and how much of what does not. */
@NullMarked
package dev.tidings.app.eval.updates;

import org.jspecify.annotations.NullMarked;
