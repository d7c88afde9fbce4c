package dev.tidings.producer.publish;

/** Another publisher of the same root has begun, and this one may write no more. */
public final class PublisherFencedException extends PublishException {

    public PublisherFencedException(String root, Throwable cause) {
        super(
                "another publisher of source '" + root + "' has taken over, so this one stopped; nothing is lost or "
                        + "doubled: wait for the other one to finish, then publish again",
                cause);
    }
}
