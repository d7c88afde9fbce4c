package dev.tidings.consumer.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be used. The message is one line naming the store, the cause and the fix. */
public final class StoreException extends RuntimeException {

    /** Makes one with a message for people. */
    public StoreException(String message) {
        super(message);
    }

    /** Makes one with a message for people and the cause for developers. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
