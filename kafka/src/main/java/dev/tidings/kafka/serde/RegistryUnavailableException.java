package dev.tidings.kafka.serde;

/** The registry did not answer while a schema was needed: wait and try again; the record is not to blame. */
public final class RegistryUnavailableException extends RuntimeException {

    /** Makes one with a message for people. */
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
