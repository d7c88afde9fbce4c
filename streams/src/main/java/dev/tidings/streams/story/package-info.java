/**
 * Groups articles that tell of the same event, across languages and without a model: by the sound of names, by places,
 * days and numbers, each weighted by how rare it is.
 */
@NullMarked
package dev.tidings.streams.story;

import org.jspecify.annotations.NullMarked;
