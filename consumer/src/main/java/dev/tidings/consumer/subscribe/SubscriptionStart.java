package dev.tidings.consumer.subscribe;

import dev.tidings.kafka.settings.RecordTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a subscription starts to read where its group has no position; one without a group always starts there. */
public sealed interface SubscriptionStart {

    /** Nowhere but where the group stands. */
    record Committed() implements SubscriptionStart {
        @Override
        public long startOffset(long logStart, long logEnd, OptionalLong firstAtTime) {
            throw new IllegalStateException("a subscription without a position needs a start");
        }

        @Override
        public String toString() {
            return "where the group stands";
        }
    }

    /** The oldest article there is. */
    record Earliest() implements SubscriptionStart {
        @Override
        public long startOffset(long logStart, long logEnd, OptionalLong firstAtTime) {
            return logStart;
        }

        @Override
        public String toString() {
            return "the beginning";
        }
    }

    /** The first article that comes after the start. */
    record Latest() implements SubscriptionStart {
        @Override
        public long startOffset(long logStart, long logEnd, OptionalLong firstAtTime) {
            return logEnd;
        }

        @Override
        public String toString() {
            return "now";
        }
    }

    /**
     * The first article that the broker took at a time or later.
     *
     * @param instant the time
     */
    record At(Instant instant) implements SubscriptionStart {
        /**
         * Refuses a time that no record can have.
         *
         * @throws dev.tidings.kafka.settings.SettingsException when it is one
         */
        public At {
            RecordTime.checkTime("the start", instant);
        }

        @Override
        public Optional<Instant> time() {
            return Optional.of(instant);
        }

        @Override
        public long startOffset(long logStart, long logEnd, OptionalLong firstAtTime) {
            return Math.max(logStart, firstAtTime.orElse(logEnd));
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /**
     * Returns no start: a group that has no position is refused. It never had one, or Kafka has forgotten it, and then
     * nobody but a person can tell where to go on.
     */
    static SubscriptionStart committed() {
        return new Committed();
    }

    /** Returns the start at the oldest article. */
    static SubscriptionStart earliest() {
        return new Earliest();
    }

    /** Returns the start with whatever comes next. */
    static SubscriptionStart latest() {
        return new Latest();
    }

    /** Returns the start at a time of the broker's clock. */
    static SubscriptionStart atTime(Instant time) {
        return new At(time);
    }

    /** Returns the time it is about, if any. */
    default Optional<Instant> time() {
        return Optional.empty();
    }

    /**
     * Returns the offset to start from.
     *
     * @param logStart first offset of the partition that can still be read
     * @param logEnd offset after its last record
     * @param firstAtTime offset of the first record at {@link #time()} or later; empty when there is none
     */
    long startOffset(long logStart, long logEnd, OptionalLong firstAtTime);
}
