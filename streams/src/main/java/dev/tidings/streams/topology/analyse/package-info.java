/**
 * The Kafka processors of analyse: reading the raw event, one processor for each stage, writing the finished event. The
 * stages themselves stand in {@code streams.analyse}, which knows no Kafka.
 */
@NullMarked
package dev.tidings.streams.topology.analyse;

import org.jspecify.annotations.NullMarked;
