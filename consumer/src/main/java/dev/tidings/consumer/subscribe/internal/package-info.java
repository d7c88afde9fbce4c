/**
 * What subscription and sink are made of: the poll loop, how it gets its partitions, where it starts and how it waits,
 * and the thread that runs it. What is done with the records is a
 * {@link dev.tidings.consumer.subscribe.internal.BatchReceiver}'s business. No service needs to see this.
 */
@NullMarked
package dev.tidings.consumer.subscribe.internal;

import org.jspecify.annotations.NullMarked;
