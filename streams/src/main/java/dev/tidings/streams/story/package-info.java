/** The numbers of story grouping: the parameters of pair scoring and the fitted weights, with unit and origin. */
@NullMarked
package dev.tidings.streams.story;

import org.jspecify.annotations.NullMarked;
