package dev.tidings.app.cli.publish;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordIdentity;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.SuppliedFields;
import dev.tidings.producer.format.standard.SourceDeclaration;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.source.FileContent;
import dev.tidings.producer.source.FileInput;
import dev.tidings.producer.source.FileReading;
import dev.tidings.producer.source.FolderScan;
import dev.tidings.producer.source.InputContent;
import dev.tidings.producer.source.InputSelection;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files as publish would, and makes the raw events without sending them. */
final class TrialInputs {
    private final FileReading reading;
    private final InputFormats formats;
    private final Consumer<String> skipped;
    private boolean rejected;

    /**
     * Makes a reader that publishes nothing.
     *
     * @param formats that are read
     * @param skipped hears of every input that is passed over, in one line
     */
    TrialInputs(InputFormats formats, long maxArticleBytes, Consumer<String> skipped) {
        this.formats = formats;
        this.reading = new FileReading(maxArticleBytes, DeadLetters.HEAD_BYTES);
        this.skipped = skipped;
    }

    /** Hands every article of the paths to a consumer, in the order of publish, with one in memory at a time. */
    void forEach(List<Path> paths, Optional<String> source, Consumer<RawArticle> articles) {
        for (InputSelection inputSelection : PublishRequest.of(paths, source).inputSelections()) {
            InputFormats declared = SourceDeclaration.read(
                            inputSelection.sourceRoot().realPath())
                    .declare(formats);
            new FolderScan(inputSelection).forEachRemaining(input -> read(input, declared, articles));
        }
    }

    /** Returns whether something would be a dead letter. */
    boolean anyRejected() {
        return rejected;
    }

    private void read(ScannedInput input, InputFormats declared, Consumer<RawArticle> articles) {
        if (input.skipped().isPresent()) {
            skipInput(input.uri(), input.skipped().get().code());
            return;
        }
        FileInput file = new FileInput(input);
        Optional<InputFormat> format = declared.formatOf(file);
        if (format.isEmpty()) {
            skipInput(input.uri(), "unsupported_format");
        } else if (format.get().isContainer() && file.size() == 0) {
            skipInput(input.uri(), "empty");
        } else if (format.get().isContainer()) {
            read(input, file, format.get(), articles);
        } else {
            readWhole(input, format.get(), articles);
        }
    }

    private void readWhole(ScannedInput input, InputFormat format, Consumer<RawArticle> articles) {
        FileContent content = reading.readFile(input.file());
        if (content.state() != FileContent.State.WHOLE || content.size() == 0) {
            skipInput(
                    input.uri(),
                    content.size() == 0 ? "empty" : content.state().name().toLowerCase(Locale.ROOT));
        } else {
            read(input, InputContent.of(input.fileName(), content.bytes()), format, articles);
        }
    }

    private void read(ScannedInput input, InputContent content, InputFormat format, Consumer<RawArticle> articles) {
        try (RecordReader records = format.read(content, reading.maxBytes())) {
            Optional<InputRecord> record = records.next();
            while (record.isPresent()) {
                articleOf(input, record.get(), format.isContainer()).ifPresent(articles);
                record = records.next();
            }
        } catch (IOException e) {
            rejected = true;
            String reason = e instanceof FormatException broken ? broken.reason() : "unreadable";
            skipInput(input.uri(), reason + ", " + e.getMessage());
        }
    }

    private Optional<RawArticle> articleOf(ScannedInput input, InputRecord record, boolean contained) {
        String sha256 = sha256(record.payload());
        String uri = contained ? input.uri() + "#" + RecordIdentity.of(record, sha256) : input.uri();
        if (record instanceof RejectedRecord refused) {
            rejected = true;
            skipInput(uri, refused.reason());
            return Optional.empty();
        }
        if (record instanceof SkippedRecord passedOver) {
            skipInput(uri, passedOver.reason());
            return Optional.empty();
        }
        RawArticle article = RawArticle.newBuilder()
                .setArticleId(ArticleId.of(uri))
                .setUri(uri)
                .setSource(uri.substring(0, uri.indexOf('/')))
                .setContentSha256(sha256)
                .build();
        SuppliedFields.write((SuppliedArticle) record, article);
        return Optional.of(article);
    }

    private static String sha256(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return DeadLetters.sha256Hex(bytes);
    }

    private void skipInput(String uri, String reason) {
        skipped.accept("skipped " + uri + ": " + reason);
    }
}
