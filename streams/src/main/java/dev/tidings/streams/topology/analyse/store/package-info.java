/** The boilerplate index in a key-value store: the one state of analyse. */
@NullMarked
package dev.tidings.streams.topology.analyse.store;

import org.jspecify.annotations.NullMarked;
