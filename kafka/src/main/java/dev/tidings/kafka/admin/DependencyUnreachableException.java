package dev.tidings.kafka.admin;

/** The broker or the registry does not answer. The message is one line naming the address, the cause and the fix. */
public final class DependencyUnreachableException extends RuntimeException {

    /** Makes one with a message for people. */
    public DependencyUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
