package dev.tidings.producer.format;

import java.io.IOException;

/** An input that its format cannot make sense of, from some point on. The message is one line for people. */
public final class FormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** Makes one with a message that says what was expected and where. */
    public FormatException(String message) {
        this(RejectedRecord.MALFORMED, message);
    }

    /**
     * Makes one.
     *
     * @param reason code for people and programs, e.g. {@code truncated}
     * @param message one line: what was expected and where
     */
    public FormatException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns the reason code. */
    public String reason() {
        return reason;
    }
}
