package dev.tidings.streams.failure;

import dev.tidings.kafka.admin.RecordSizeLimit;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.schemas.FailureCategory;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Keeps records away from the producer that it or the topic would refuse. A refused record puts the transaction into its
 * error state, and the topology stops at it for ever, whatever the production handler answers. Safe for use by many
 * threads.
 */
public final class SizeGuard {

    private volatile int limit = RecordSizeLimit.USUAL_BYTES;

    /** Takes the limit of the topics that are written; until then it is the usual one. */
    public void follow(RecordSizeLimit topics) {
        limit = topics.bytes();
    }

    /** Returns whether a record is small enough to be written. */
    public boolean fitsLimit(byte[] key, byte[] value, Headers headers) {
        return recordSize(key, value, headers) <= limit;
    }

    /** Returns the failure of a record that is not, for its dead letter. */
    public Failure tooLarge(byte[] key, byte[] value, Headers headers) {
        String raise = limit < RecordSizeLimit.USUAL_BYTES
                ? ", or raise max.message.bytes of the topics as 'tidings status' says"
                : "";
        return Failure.of(
                FailureCategory.TOO_LARGE,
                "too_large",
                "the event takes " + recordSize(key, value, headers) + " bytes, at most " + limit
                        + " can be written; split the article" + raise);
    }

    private static long recordSize(byte[] key, byte[] value, Headers headers) {
        long size = (long) key.length + value.length;
        for (Header header : headers) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }
}
