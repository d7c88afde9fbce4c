package dev.tidings.app.bench.text;

/** A benchmark has no result; the message is one line that names the cause. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message names the cause
     */
    public BenchException(String message) {
        super(message);
    }

    /**
     * Makes one with what led to it.
     *
     * @param message names the cause
     * @param cause what was thrown
     */
    public BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
