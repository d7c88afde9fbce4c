package dev.tidings.producer.publish;

/**
 * A publish that cannot go on. The message is one line naming cause and fix. What was committed before stays and is
 * known to the ledger, so that publishing again goes on from there.
 */
public class PublishException extends RuntimeException {

    /** Makes one with a message for people. */
    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Makes one without a cause. */
    public PublishException(String message) {
        super(message);
    }
}
