/** Tables of primitives: how many articles have a term, what stands under it, logarithms of counts. */
@NullMarked
package dev.tidings.streams.story.posting;

import org.jspecify.annotations.NullMarked;
