package dev.tidings.streams.topology;

import dev.tidings.schemas.Topic;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What of the log that an application reads has to stay: as much as its memory could be made anew of.
 *
 * @param log the topic, of one partition, whose record times are those of the raw records
 * @param keep how far behind the application's clock a record has to stay
 * @param clockStore name of the store in which its clock stands
 * @param clock reads the clock in milliseconds since 1970; empty before the first record
 */
public record LogRetention(
        Topic log,
        Duration keep,
        String clockStore,
        Function<ReadOnlyKeyValueStore<Bytes, byte[]>, OptionalLong> clock) {}
