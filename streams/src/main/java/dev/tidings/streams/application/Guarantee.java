package dev.tidings.streams.application;

import org.apache.kafka.streams.StreamsConfig;

/** How often a record is processed when a process dies. */
public enum Guarantee {
    /** Exactly once. */
    EXACTLY_ONCE_V2(StreamsConfig.EXACTLY_ONCE_V2),
    /** At least once: verdicts become wrong, since a record is matched with itself. For comparison only. */
    AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE);

    private final String kafkaName;

    Guarantee(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    /** Returns the value of Kafka's {@code processing.guarantee}. */
    public String kafkaName() {
        return kafkaName;
    }
}
