/** Articles that are items of a list or feed: an object or element that says which of its parts is title and text. */
@NullMarked
package dev.tidings.streams.extract.item;

import org.jspecify.annotations.NullMarked;
