package dev.tidings.consumer.failure;

import org.jspecify.annotations.Nullable;

/** Something that is needed does not answer now and is expected back: the records are not to blame, nothing is lost. */
public final class RetryLaterException extends RuntimeException {

    /** Makes one with a message for people. */
    public RetryLaterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
