package dev.tidings.kafka.serde;

/** Bytes that are not the event they should be, and never will be: the record belongs to the dead letters. */
public final class UndecodableException extends RuntimeException {

    private final String reason;

    /**
     * Makes one.
     *
     * @param reason code for the dead letter: tombstone, not_avro, unknown_schema, truncated, malformed, too_deep
     * @param message one line for people
     */
    public UndecodableException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Makes one without a cause. */
    public UndecodableException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns the reason code. */
    public String reason() {
        return reason;
    }
}
