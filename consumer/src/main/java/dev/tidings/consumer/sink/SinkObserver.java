package dev.tidings.consumer.sink;

import dev.tidings.schemas.DeadLetter;
import java.util.List;

/**
 * Hears of what a sink does, to measure it. Its methods are called from the sink's thread and have to return at once.
 *
 * <p>Not part of the API: public for the commands.
 */
public interface SinkObserver {

    /** Hears nothing. */
    SinkObserver NONE = new SinkObserver() {};

    /**
     * Hears of records that are stored, or were passed over for good.
     *
     * @param topic they came from
     * @param records how many
     * @param nanos how long it took, in nanoseconds
     * @param newest record time of the last of them, in milliseconds since 1970
     */
    default void batchDone(String topic, int records, long nanos, long newest) {}

    /** Hears of dead letters, once Kafka has them. */
    default void deadLettered(List<DeadLetter> letters) {}
}
