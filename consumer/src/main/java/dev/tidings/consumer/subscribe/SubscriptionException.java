package dev.tidings.consumer.subscribe;

import org.jspecify.annotations.Nullable;

/** A subscription that cannot go on. The message is one line with cause and fix. */
public final class SubscriptionException extends RuntimeException {

    /** Makes one with a message for people. */
    public SubscriptionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
