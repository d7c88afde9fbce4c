/**
 * Subscribing to the enriched articles: what a service asks for, what it implements and what it is given. How it
 * works is in {@code internal}. Part of the API.
 */
@NullMarked
package dev.tidings.consumer.subscribe;

import org.jspecify.annotations.NullMarked;
