package dev.tidings.producer.publish.prepare;

import dev.tidings.producer.publish.ledger.LedgerRecord;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.LedgerOutcome;
import java.util.List;
import java.util.Optional;

/**
 * One content of one article, about to become an event.
 *
 * @param input where it was found
 * @param uri of the article; that of the input unless the input is a container
 * @param content its bytes
 * @param revision its revision, at least 1
 * @param deadLetteredBefore how many revisions right before it became dead letters here
 */
record InputEvent(ScannedInput input, String uri, ArticleContent content, long revision, long deadLetteredBefore) {

    /** Returns the next version of an article. */
    static InputEvent after(Optional<LedgerRecord> before, ScannedInput input, String uri, ArticleContent content) {
        return new InputEvent(
                input,
                uri,
                content,
                before.map(LedgerRecord::revision).orElse(0L) + 1,
                before.map(LedgerRecord::deadLettered).orElse(0L));
    }

    /** Returns the entry that the ledger will have of it. */
    LedgerRecord ledgerRecord(int rawPartition, LedgerOutcome outcome) {
        long deadLettered = outcome == LedgerOutcome.DEAD_LETTERED ? deadLetteredBefore + 1 : 0;
        return new LedgerRecord(revision, content.sha256(), content.size(), rawPartition, outcome, deadLettered, -1);
    }

    String articleId() {
        return ArticleId.of(uri);
    }

    List<String> flags() {
        return input.nameUtf8() ? List.of() : List.of("name_not_utf8");
    }
}
