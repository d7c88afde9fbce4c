package dev.tidings.producer.publish.prepare;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.publish.ArticleLimit;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.ledger.Ledger;
import dev.tidings.producer.publish.ledger.LedgerRecord;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.LedgerOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an article becomes, from its bytes and what the ledger remembers: article, revision, dead letter, or
 * nothing. Identity is uri and SHA-256; a modification time proves neither change nor sameness and is never asked.
 */
final class ArticlePreparer {

    private final Ledger ledger;
    private final EventRecords events;
    private final ArticleLimit limit;

    ArticlePreparer(Ledger ledger, EventRecords events, ArticleLimit limit) {
        this.ledger = ledger;
        this.events = events;
        this.limit = limit;
    }

    /** Returns the article as it is to be published; unchanged when the ledger knows this content as published. */
    PreparedInput article(ScannedInput input, String uri, ArticleContent content, SuppliedArticle supplied) {
        Optional<LedgerRecord> before = ledger.findRecord(uri);
        if (covered(before, content, LedgerOutcome.PUBLISHED)) {
            return unchanged(input, uri, before.get());
        }
        int known = before.map(LedgerRecord::rawPartition).orElse(-1);
        InputEvent event = InputEvent.after(before, input, uri, content);
        int partition = events.rawPartition(event, supplied, known);
        InputOutcome inputOutcome = known < 0 ? InputOutcome.PUBLISHED : InputOutcome.REVISED;
        remember(event, partition, LedgerOutcome.PUBLISHED);
        return new PreparedInput(
                input.uri(),
                Optional.of(new PublishOutcome(uri, inputOutcome, event.revision(), "", "")),
                event.articleId(),
                List.of(
                        events.rawRecord(event, supplied, partition),
                        events.ledgerRecord(event, partition, LedgerOutcome.PUBLISHED)),
                Optional.empty());
    }

    /** Returns the dead letter; unchanged when the ledger knows this content as dead-lettered. */
    PreparedInput deadLetter(ScannedInput input, String uri, ArticleContent content, Failure failure) {
        Optional<LedgerRecord> before = ledger.findRecord(uri);
        if (covered(before, content, LedgerOutcome.DEAD_LETTERED)) {
            return unchanged(input, uri, before.get());
        }
        InputEvent event = InputEvent.after(before, input, uri, content);
        int partition = before.map(LedgerRecord::rawPartition).orElse(-1);
        remember(event, partition, LedgerOutcome.DEAD_LETTERED);
        return new PreparedInput(
                input.uri(),
                Optional.of(new PublishOutcome(
                        uri, InputOutcome.DEAD_LETTERED, event.revision(), failure.reason(), failure.message())),
                event.articleId(),
                List.of(
                        events.deadLetter(event, failure),
                        events.ledgerRecord(event, partition, LedgerOutcome.DEAD_LETTERED)),
                Optional.empty());
    }

    /** Returns why an article of so many bytes cannot be published. */
    Failure tooLarge(long size) {
        return limit.failureOf(size);
    }

    /** Returns whether an article of so many bytes can be published. */
    boolean isTooLarge(long size) {
        return limit.isExceededBy(size);
    }

    private void remember(InputEvent event, int rawPartition, LedgerOutcome outcome) {
        ledger.put(event.uri(), event.ledgerRecord(rawPartition, outcome));
    }

    private static boolean covered(Optional<LedgerRecord> before, ArticleContent content, LedgerOutcome outcome) {
        return before.filter(ledgerRecord -> ledgerRecord.coversContent(content.sha256(), content.size(), outcome))
                .isPresent();
    }

    private static PreparedInput unchanged(ScannedInput input, String uri, LedgerRecord before) {
        return PreparedInput.withoutRecords(
                input.uri(), new PublishOutcome(uri, InputOutcome.UNCHANGED, before.revision(), "", ""));
    }
}
