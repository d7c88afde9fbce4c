package dev.tidings.producer.source;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What reading a file gave.
 *
 * <p>Not part of the API: public for the packages that publish.
 *
 * @param state whether it is whole, and if not, why
 * @param bytes all bytes when whole, the first ones when too large, none otherwise
 * @param size size of the file in bytes; 0 when it could not be told
 * @param modified modification time of the file, in milliseconds; the epoch when it could not be told
 * @param problem one line of what went wrong; empty when nothing did
 */
public record FileContent(State state, ByteBuffer bytes, long size, Instant modified, String problem) {

    /** How reading ended. */
    public enum State {
        /** All bytes are here. */
        WHOLE,
        /** The file is over the limit; only its head was read. */
        TOO_LARGE,
        /** The file is there and does not let itself be read. */
        UNREADABLE,
        /** The file went away. */
        VANISHED,
        /** The file became something else than a regular file. */
        NOT_REGULAR_FILE,
        /** The file changed while it was read, each time. */
        CHANGING
    }

    static FileContent withoutBytes(State state, String problem) {
        return new FileContent(state, ByteBuffer.allocate(0), 0, Instant.EPOCH, problem);
    }
}
