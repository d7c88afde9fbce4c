/** What the story stage remembers, in key-value stores: articles and labels, of which all else is derived. */
@NullMarked
package dev.tidings.streams.topology.stories.store;

import org.jspecify.annotations.NullMarked;
