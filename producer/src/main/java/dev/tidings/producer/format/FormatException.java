package dev.tidings.producer.format;

import java.io.IOException;

/** An input that its format cannot make sense of, from some point on. The message is one line for people. */
public final class FormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a message that says what was expected and where. */
    public FormatException(String message) {
        super(message);
    }
}
