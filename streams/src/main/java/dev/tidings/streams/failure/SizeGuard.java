package dev.tidings.streams.failure;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.schemas.FailureCategory;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Keeps records away from the producer that it would refuse. A refused record puts the transaction into its error
 * state, and the topology stops at it for ever, whatever the production handler answers.
 */
public final class SizeGuard {

    /** Most bytes of a record; well below what the topics and the producer accept. */
    public static final int LIMIT_BYTES = 12 * 1024 * 1024;

    private SizeGuard() {}

    /** Returns whether a record is small enough to be written. */
    public static boolean fitsLimit(byte[] key, byte[] value, Headers headers) {
        return recordSize(key, value, headers) <= LIMIT_BYTES;
    }

    /** Returns the failure of a record that is not, for its dead letter. */
    public static Failure tooLarge(byte[] key, byte[] value, Headers headers) {
        return Failure.of(
                FailureCategory.TOO_LARGE,
                "too_large",
                "the event takes " + recordSize(key, value, headers) + " bytes, at most " + LIMIT_BYTES
                        + " can be written; split the article");
    }

    private static long recordSize(byte[] key, byte[] value, Headers headers) {
        long size = (long) key.length + value.length;
        for (Header header : headers) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }
}
