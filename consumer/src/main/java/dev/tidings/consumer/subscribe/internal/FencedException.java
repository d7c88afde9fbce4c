package dev.tidings.consumer.subscribe.internal;

/** Somebody else has moved on in this partition, so what was about to be done there is void. */
public final class FencedException extends RuntimeException {

    /** Makes one with a message for people. */
    public FencedException(String message) {
        super(message);
    }
}
