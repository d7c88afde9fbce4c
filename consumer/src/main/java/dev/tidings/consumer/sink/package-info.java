/**
 * The sink: feeds a store with enriched articles, relations and stories, each exactly once, and dead-letters what it
 * refuses.
 * Part of the API.
 */
@NullMarked
package dev.tidings.consumer.sink;

import org.jspecify.annotations.NullMarked;
