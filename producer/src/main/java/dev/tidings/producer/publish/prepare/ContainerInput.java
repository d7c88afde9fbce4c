package dev.tidings.producer.publish.prepare;

import dev.tidings.producer.publish.ledger.LedgerRecord;
import dev.tidings.producer.source.FileInput;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.LedgerOutcome;
import java.util.Optional;

/**
 * A container in the state in which it is read.
 *
 * @param input where it was found
 * @param file its bytes
 * @param sha256 SHA-256 of all of them, lower-case hexadecimal
 * @param before what the ledger knew of it
 */
record ContainerInput(ScannedInput input, FileInput file, String sha256, Optional<LedgerRecord> before) {

    String uri() {
        return input.uri();
    }

    /** Returns the revision: one more than before, unless the same bytes are read on or read again. */
    long revision() {
        return before.map(known -> known.contentSha256().equals(sha256) ? known.revision() : known.revision() + 1)
                .orElse(1L);
    }

    /** Returns whether the ledger knows these bytes with this outcome. */
    boolean ended(LedgerOutcome outcome) {
        return before.filter(known -> known.coversContent(sha256, file.size(), outcome))
                .isPresent();
    }

    /** Returns the position up to which these bytes have been dealt with; -1 when they are read from the beginning. */
    long readUpTo() {
        return before.filter(known -> ended(LedgerOutcome.READING))
                .map(LedgerRecord::recordOffset)
                .orElse(-1L);
    }

    /** Returns the entry that the ledger will have. */
    LedgerRecord publication(LedgerOutcome outcome, long recordOffset) {
        return new LedgerRecord(revision(), sha256, file.size(), -1, outcome, 0, recordOffset);
    }
}
