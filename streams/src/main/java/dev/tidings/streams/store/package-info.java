/** The desk's memory in the stores of its topology: fixed binary values, each with a leading layout version. */
@NullMarked
package dev.tidings.streams.store;

import org.jspecify.annotations.NullMarked;
