package dev.tidings.producer.publish;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.publish.PublishOutcome.Ending;
import dev.tidings.producer.source.FileContent;
import dev.tidings.producer.source.FileReading;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.producer.source.SkipReason;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.LedgerOutcome;
import dev.tidings.schemas.kafka.DeadLetters;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an input becomes, from its bytes and what the ledger remembers: article, revision, dead letter, or
 * nothing. Identity is uri and SHA-256; a modification time proves neither change nor sameness and is never asked.
 */
final class InputPreparer {

    private final Ledger ledger;
    private final FileReading reading;
    private final EventRecords events;

    InputPreparer(Ledger ledger, long maxArticleBytes, EventRecords events) {
        this.ledger = ledger;
        this.reading = new FileReading(maxArticleBytes, DeadLetters.HEAD_BYTES);
        this.events = events;
    }

    /** Reads the input and decides. */
    Prepared prepare(ScannedInput input) {
        if (input.skipped().isPresent()) {
            return skipped(input, input.skipped().get());
        }
        Optional<InputFormat> format = InputFormats.of(input.fileName());
        return format.isEmpty() ? skipped(input, SkipReason.UNSUPPORTED_FORMAT) : read(input, format.get());
    }

    private Prepared read(ScannedInput input, InputFormat format) {
        FileContent content = reading.read(input.file());
        return switch (content.state()) {
            case WHOLE ->
                content.size() == 0
                        ? skipped(input, SkipReason.EMPTY)
                        : article(input, content, format.supplied(content.bytes()));
            case TOO_LARGE -> deadLetter(input, content, tooLarge(content));
            case UNREADABLE -> deadLetter(input, content, unreadable(content));
            case VANISHED -> skipped(input, SkipReason.VANISHED);
            case NOT_REGULAR_FILE -> skipped(input, SkipReason.NOT_REGULAR_FILE);
            case CHANGING -> skipped(input, SkipReason.CHANGING);
        };
    }

    private static Prepared skipped(ScannedInput input, SkipReason reason) {
        return Prepared.without(
                new PublishOutcome(input.uri(), Ending.SKIPPED, 0, reason.code(), reason.explanation()));
    }

    private Prepared article(ScannedInput input, FileContent content, SuppliedArticle supplied) {
        Optional<Publication> before = ledger.of(input.uri());
        String sha256 = DeadLetters.sha256(content.bytes().array());
        if (covered(before, sha256, content, LedgerOutcome.PUBLISHED)) {
            return unchanged(input, before.get());
        }
        int known = before.map(Publication::rawPartition).orElse(-1);
        long revision = revisionAfter(before);
        InputEvent event = new InputEvent(input, content, sha256, revision);
        int partition = events.rawPartition(event, supplied, known);
        return new Prepared(
                new PublishOutcome(input.uri(), known < 0 ? Ending.PUBLISHED : Ending.REVISED, revision, "", ""),
                event.articleId(),
                List.of(
                        events.raw(event, supplied, partition),
                        events.ledger(event, partition, LedgerOutcome.PUBLISHED)),
                publication(event, partition, LedgerOutcome.PUBLISHED));
    }

    private Prepared deadLetter(ScannedInput input, FileContent content, Failure failure) {
        Optional<Publication> before = ledger.of(input.uri());
        String sha256 = content.bytes().hasRemaining()
                ? DeadLetters.sha256(content.bytes().array())
                : "";
        if (covered(before, sha256, content, LedgerOutcome.DEAD_LETTERED)) {
            return unchanged(input, before.get());
        }
        InputEvent event = new InputEvent(input, content, sha256, revisionAfter(before));
        int partition = before.map(Publication::rawPartition).orElse(-1);
        return new Prepared(
                new PublishOutcome(
                        input.uri(), Ending.DEAD_LETTERED, event.revision(), failure.reason(), failure.message()),
                event.articleId(),
                List.of(
                        events.deadLetter(event, failure),
                        events.ledger(event, partition, LedgerOutcome.DEAD_LETTERED)),
                publication(event, partition, LedgerOutcome.DEAD_LETTERED));
    }

    private static Optional<Publication> publication(InputEvent event, int rawPartition, LedgerOutcome outcome) {
        return Optional.of(new Publication(
                event.revision(), event.sha256(), event.content().size(), rawPartition, outcome));
    }

    /** Remembers what has been committed, so that the next content of the same input is known to be the next. */
    void committed(Prepared input) {
        input.publication().ifPresent(publication -> ledger.put(input.outcome().uri(), publication));
    }

    private static boolean covered(
            Optional<Publication> before, String sha256, FileContent content, LedgerOutcome ending) {
        return before.filter(publication -> publication.covers(sha256, content.size(), ending))
                .isPresent();
    }

    private static Prepared unchanged(ScannedInput input, Publication before) {
        return Prepared.without(new PublishOutcome(input.uri(), Ending.UNCHANGED, before.revision(), "", ""));
    }

    private static long revisionAfter(Optional<Publication> before) {
        return before.map(Publication::revision).orElse(0L) + 1;
    }

    private Failure tooLarge(FileContent content) {
        return Failure.of(
                FailureCategory.TOO_LARGE,
                "too_large",
                content.size() + " bytes are more than max.article.bytes = " + reading.maxBytes()
                        + "; split the file or raise the setting");
    }

    private static Failure unreadable(FileContent content) {
        String message = "the file cannot be read (" + content.problem() + "); check its permissions and publish again";
        return new Failure(FailureCategory.INPUT, "unreadable", message, "", true);
    }
}
