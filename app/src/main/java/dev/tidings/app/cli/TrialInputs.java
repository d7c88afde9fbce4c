package dev.tidings.app.cli;

import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.source.FileContent;
import dev.tidings.producer.source.FileReading;
import dev.tidings.producer.source.Scan;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.producer.source.Selection;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.kafka.DeadLetters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files as publish would, and makes the raw events without sending them. */
final class TrialInputs {
    private final FileReading reading;
    private final Consumer<String> skipped;

    /**
     * Makes it.
     *
     * @param skipped hears of every input that is passed over, in one line
     */
    TrialInputs(long maxArticleBytes, Consumer<String> skipped) {
        this.reading = new FileReading(maxArticleBytes, DeadLetters.HEAD_BYTES);
        this.skipped = skipped;
    }

    /** Hands every article of the paths to a consumer, in the order of publish. */
    void forEach(List<Path> paths, Consumer<RawArticle> articles) {
        for (Selection selection : PublishRequest.of(paths, Optional.empty()).selections()) {
            new Scan(selection).forEachRemaining(input -> article(input).ifPresent(articles));
        }
    }

    private Optional<RawArticle> article(ScannedInput input) {
        if (input.skipped().isPresent()) {
            return skip(input, input.skipped().get().code());
        }
        FileContent content = reading.read(input.file());
        if (content.state() != FileContent.State.WHOLE || content.size() == 0) {
            return skip(input, content.size() == 0 ? "empty" : content.state().name());
        }
        return InputFormats.of(input.fileName())
                .map(format -> raw(input, content, format.supplied(content.bytes())))
                .or(() -> skip(input, "unsupported_format"));
    }

    private Optional<RawArticle> skip(ScannedInput input, String reason) {
        skipped.accept("skipped " + input.uri() + ": " + reason.toLowerCase(java.util.Locale.ROOT));
        return Optional.empty();
    }

    private static RawArticle raw(ScannedInput input, FileContent content, SuppliedArticle supplied) {
        return RawArticle.newBuilder()
                .setArticleId(ArticleId.of(input.uri()))
                .setUri(input.uri())
                .setSource(input.uri().substring(0, input.uri().indexOf('/')))
                .setContentSha256(DeadLetters.sha256(content.bytes().array()))
                .setPayload(content.bytes())
                .setMediaType(supplied.mediaType())
                .setSourceFormat(supplied.format())
                .build();
    }
}
