/** The story index in key-value stores: articles, terms, stories, expiry by time. */
@NullMarked
package dev.tidings.streams.topology.stories.store;

import org.jspecify.annotations.NullMarked;
