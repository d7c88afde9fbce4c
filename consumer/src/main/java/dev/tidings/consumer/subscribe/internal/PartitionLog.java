package dev.tidings.consumer.subscribe.internal;

import java.util.OptionalLong;

/**
 * What Kafka holds of a partition at the moment it is assigned.
 *
 * @param start first offset that can still be read
 * @param end offset after the last record that committed readers can see
 * @param committed where the consumer group stands; empty when it never committed
 */
public record PartitionLog(long start, long end, OptionalLong committed) {}
