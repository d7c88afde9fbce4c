package dev.tidings.producer.publish.prepare;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.publish.ArticleLimit;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.ledger.Ledger;
import dev.tidings.producer.source.FileContent;
import dev.tidings.producer.source.FileInput;
import dev.tidings.producer.source.FileReading;
import dev.tidings.producer.source.InputContent;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.producer.source.SkipReason;
import dev.tidings.schemas.FailureCategory;
import java.io.IOException;
import java.util.Optional;

/** Reads inputs in the format that claims them, and decides what their articles become. */
public final class InputPreparer {

    private final InputFormats formats;
    private final FileReading reading;
    private final ArticlePreparer articles;
    private final ContainerContext context;

    public InputPreparer(InputFormats formats, Ledger ledger, ArticleLimit limit, EventRecords events) {
        this.formats = formats;
        this.reading = new FileReading(limit.bytes(), DeadLetters.HEAD_BYTES);
        this.articles = new ArticlePreparer(ledger, events, limit);
        this.context = new ContainerContext(ledger, events, articles, limit.bytes());
    }

    /** Begins to read the input; what becomes of it is decided as it is read. */
    public PreparedInputs prepareInput(ScannedInput input) {
        if (input.skipped().isPresent()) {
            return PreparedInputs.of(skippedInput(input, input.skipped().get()));
        }
        FileInput file = new FileInput(input);
        Optional<InputFormat> format = formats.formatOf(file);
        if (format.isEmpty()) {
            return PreparedInputs.of(skippedInput(input, SkipReason.UNSUPPORTED_FORMAT));
        }
        return format.get().isContainer()
                ? ContainerPreparer.open(context, input, file, format.get())
                : PreparedInputs.of(readWhole(input, format.get()));
    }

    private PreparedInput readWhole(ScannedInput input, InputFormat format) {
        FileContent content = reading.readFile(input.file());
        return switch (content.state()) {
            case WHOLE ->
                content.size() == 0 ? skippedInput(input, SkipReason.EMPTY) : articleEvent(input, content, format);
            case TOO_LARGE -> deadLetter(input, content, articles.tooLarge(content.size()));
            case UNREADABLE -> deadLetter(input, content, unreadableFailure(content.problem()));
            case VANISHED -> skippedInput(input, SkipReason.VANISHED);
            case NOT_REGULAR_FILE -> skippedInput(input, SkipReason.NOT_REGULAR_FILE);
            case CHANGING -> skippedInput(input, SkipReason.CHANGING);
        };
    }

    private PreparedInput articleEvent(ScannedInput input, FileContent content, InputFormat format) {
        SuppliedArticle supplied;
        try {
            supplied = only(format, InputContent.of(input.fileName(), content.bytes()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return deadLetter(input, content, malformed(e));
        }
        return articles.article(input, input.uri(), ArticleContent.of(content), supplied);
    }

    /** Reads an input that is in memory; a failure here is one of the format or the content, never of the file. */
    private SuppliedArticle only(InputFormat format, InputContent content) throws IOException {
        try (RecordReader records = format.read(content, reading.maxBytes())) {
            Optional<InputRecord> record = records.next();
            if (record.isPresent() && record.get() instanceof SuppliedArticle article) {
                return article;
            }
            throw new IllegalStateException(
                    format.getClass().getSimpleName() + " is no container and returned no article");
        }
    }

    private PreparedInput deadLetter(ScannedInput input, FileContent content, Failure failure) {
        return articles.deadLetter(input, input.uri(), ArticleContent.of(content), failure);
    }

    static PreparedInput skippedInput(ScannedInput input, SkipReason reason) {
        return PreparedInput.withoutRecords(
                input.uri(),
                new PublishOutcome(input.uri(), InputOutcome.SKIPPED, 0, reason.code(), reason.explanation()));
    }

    /** Returns the failure of an input whose bytes cannot be read. */
    static Failure unreadableFailure(String problem) {
        String message = "the file cannot be read (" + problem + "); check its permissions and publish again";
        return new Failure(FailureCategory.INPUT, "unreadable", message, "", true);
    }

    /** Returns the failure of an input that its format cannot make sense of. */
    static Failure malformed(Throwable error) {
        String reason = error instanceof FormatException format ? format.reason() : RejectedRecord.MALFORMED;
        return Failure.of(FailureCategory.PARSE, reason, error);
    }
}
