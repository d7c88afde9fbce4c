package dev.tidings.kafka.admin;

/** Kafka refuses this client, which no waiting changes. The message is one line naming address, cause and fix. */
public final class ClientRefusedException extends DependencyUnreachableException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a message for people. */
    public ClientRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRefusal() {
        return true;
    }
}
