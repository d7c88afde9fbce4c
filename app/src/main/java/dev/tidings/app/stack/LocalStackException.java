package dev.tidings.app.stack;

/** The local stack cannot do what was asked; the message is one line that names cause and fix. */
public final class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message one line, cause and fix
     */
    public LocalStackException(String message) {
        super(message);
    }

    /**
     * Says what went wrong and why.
     *
     * @param message one line, cause and fix
     * @param cause what the operating system said
     */
    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
