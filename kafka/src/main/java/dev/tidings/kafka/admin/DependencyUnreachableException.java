package dev.tidings.kafka.admin;

import org.jspecify.annotations.Nullable;

/**
 * The broker or the registry does not answer, or not as one does that can be worked with. The message is one line
 * naming the address, the cause and the fix.
 */
public class DependencyUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a message for people. */
    public DependencyUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns whether it refuses this client, which no waiting changes but somebody who puts it right. */
    public boolean isRefusal() {
        return false;
    }
}
