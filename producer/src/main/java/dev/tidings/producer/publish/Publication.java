package dev.tidings.producer.publish;

import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;

/**
 * What the ledger remembers of one input.
 *
 * @param revision revision of its newest content, at least 1
 * @param contentSha256 SHA-256 of that content; of its head when it was too large, empty when it was unreadable
 * @param size size of that content in bytes
 * @param rawPartition raw partition of the first publication; -1 while nothing was published
 * @param outcome how that content ended
 */
record Publication(long revision, String contentSha256, long size, int rawPartition, LedgerOutcome outcome) {

    static Publication of(LedgerEntry entry) {
        return new Publication(
                entry.getRevision(),
                entry.getContentSha256(),
                entry.getSize(),
                (int) entry.getRawPartition(),
                entry.getOutcome());
    }

    /** Returns whether content of this hash and size ended in the same way before. */
    boolean covers(String sha256, long length, LedgerOutcome ending) {
        return outcome == ending && size == length && contentSha256.equals(sha256);
    }
}
