/** How well articles on one event are found to be so, and the weights by which they are, on labelled articles. */
@NullMarked
package dev.tidings.app.eval.stories;

import org.jspecify.annotations.NullMarked;
