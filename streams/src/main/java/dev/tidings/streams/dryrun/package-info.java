/** All stages on one article after another, in memory and without Kafka: what {@code try} and the evaluations run. */
@NullMarked
package dev.tidings.streams.dryrun;

import org.jspecify.annotations.NullMarked;
