package dev.tidings.text.vocabulary.mail;

/** A mail that cannot be taken apart. The message is one line for people. */
public final class MailException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MailException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns the reason code, e.g. {@code too_deep}. */
    public String reason() {
        return reason;
    }
}
