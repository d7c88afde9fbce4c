package dev.tidings.streams;

/**
 * An input that no step can make an article of, and never will: it belongs to the dead letters. Anything unusual that
 * an article survives is a flag instead.
 */
public final class RejectedInputException extends RuntimeException {

    private final String reason;

    /**
     * Makes the exception of an input.
     *
     * @param reason code of the dead letter, e.g. {@code binary}
     * @param message one line for people: what was found and what to do
     */
    public RejectedInputException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns the reason code. */
    public String reason() {
        return reason;
    }
}
