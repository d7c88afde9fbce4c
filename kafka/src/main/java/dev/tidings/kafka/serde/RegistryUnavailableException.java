package dev.tidings.kafka.serde;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * The registry did not say what a schema is, whether it was silent, refused or answered nonsense: wait and try again;
 * the record is not to blame. The message is one line that names registry, answer and fix.
 */
public final class RegistryUnavailableException extends DependencyUnreachableException {

    private static final long serialVersionUID = 1L;

    private final boolean refusal;

    /** Makes one with a message for people. */
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        this(message, false, cause);
    }

    RegistryUnavailableException(String message, boolean refusal, @Nullable Throwable cause) {
        super(message, cause);
        this.refusal = refusal;
    }

    @Override
    public boolean isRefusal() {
        return refusal;
    }
}
