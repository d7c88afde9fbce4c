/**
 * What the three topologies remember, in key-value stores: boilerplate of sites, the duplicate index, the story index.
 * Fixed binary values, each with a leading layout version.
 */
@NullMarked
package dev.tidings.streams.store;

import org.jspecify.annotations.NullMarked;
