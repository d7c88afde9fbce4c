/**
 * Subscribing to the enriched articles: what a service asks for, what it implements and what it is given. All of this
 * is API; how it works is in {@code internal}.
 */
@NullMarked
package dev.tidings.consumer.subscribe;

import org.jspecify.annotations.NullMarked;
