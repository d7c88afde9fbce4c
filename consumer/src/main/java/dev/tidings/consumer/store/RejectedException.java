package dev.tidings.consumer.store;

/** The store refuses an event for what it is, and always will. */
public final class RejectedException extends RuntimeException {

    /** Makes one with the store's reason. */
    public RejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
