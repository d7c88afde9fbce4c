package dev.tidings.consumer.failure;

/**
 * What was begun for an article takes longer and goes on: the same article is given again soon, to be told how it ended.
 * That is no failure. Meanwhile the subscription stays in its group, however long it takes.
 */
public final class UnfinishedException extends RuntimeException {

    /** Makes one with a message for people. */
    public UnfinishedException(String message) {
        super(message, null, false, false);
    }
}
