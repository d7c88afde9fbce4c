package dev.tidings.producer.publish.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;
import java.nio.ByteBuffer;

/**
 * What the ledger remembers of one input, or of one article in a container.
 *
 * @param revision revision of its newest content, at least 1
 * @param contentSha256 SHA-256 of that content; of its head when it was too large, empty when it was unreadable
 * @param size size of that content in bytes
 * @param rawPartition raw partition of the first publication; -1 while nothing was published, and for a container
 * @param outcome how that content ended
 * @param deadLettered how many revisions up to this one, itself included, became dead letters one after another
 * @param recordOffset position of the last record of a container that was dealt with; -1 for none, and for an article
 */
public record LedgerRecord(
        long revision,
        String contentSha256,
        long size,
        int rawPartition,
        LedgerOutcome outcome,
        long deadLettered,
        long recordOffset) {

    private static final char SEPARATOR = ' ';

    static LedgerRecord of(LedgerEntry entry) {
        return new LedgerRecord(
                entry.getRevision(),
                entry.getContentSha256(),
                entry.getSize(),
                (int) entry.getRawPartition(),
                entry.getOutcome(),
                deadLettered(entry),
                entry.getRecordOffset());
    }

    /** An entry of an earlier version does not count them: then it stands for itself. */
    private static long deadLettered(LedgerEntry entry) {
        return entry.getOutcome() == LedgerOutcome.DEAD_LETTERED ? Math.max(1, entry.getDeadLettered()) : 0;
    }

    /** Returns whether content of this hash and size ended in the same way before. */
    public boolean coversContent(String sha256, long length, LedgerOutcome expected) {
        return outcome == expected && size == length && contentSha256.equals(sha256);
    }

    /** Returns this in a compact binary form, which {@link #ofBytes} reads. */
    byte[] toBytes() {
        byte[] texts = (outcome.name() + SEPARATOR + contentSha256).getBytes(US_ASCII);
        return ByteBuffer.allocate(4 * Long.BYTES + Integer.BYTES + texts.length)
                .putLong(revision)
                .putLong(size)
                .putLong(deadLettered)
                .putLong(recordOffset)
                .putInt(rawPartition)
                .put(texts)
                .array();
    }

    /** Reads what {@link #toBytes} wrote in this process. */
    static LedgerRecord ofBytes(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long revision = in.getLong();
        long size = in.getLong();
        long deadLettered = in.getLong();
        long recordOffset = in.getLong();
        int rawPartition = in.getInt();
        String texts = new String(bytes, in.position(), in.remaining(), US_ASCII);
        int end = texts.indexOf(SEPARATOR);
        return new LedgerRecord(
                revision,
                texts.substring(end + 1),
                size,
                rawPartition,
                LedgerOutcome.valueOf(texts.substring(0, end)),
                deadLettered,
                recordOffset);
    }
}
