/**
 * Subscribing to the topics of Tidings: the poll loop, where it starts and how it waits. What is done with the records
 * is a {@link dev.tidings.consumer.subscribe.BatchReceiver}'s business.
 */
@NullMarked
package dev.tidings.consumer.subscribe;

import org.jspecify.annotations.NullMarked;
