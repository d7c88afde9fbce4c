package dev.tidings.streams.replay.plan;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a run cannot go on; the message is one line that names cause and fix. Nothing of what the run has done is
 * lost.
 */
public final class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReplayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
