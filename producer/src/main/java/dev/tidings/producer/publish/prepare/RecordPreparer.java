package dev.tidings.producer.publish.prepare;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordIdentity;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.ledger.SpillingMap;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.FailureCategory;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Decides what the records of one container become. For one thread. */
final class RecordPreparer implements AutoCloseable {

    private static final byte[] SEEN = {};

    private final ContainerContext context;
    private final ContainerInput containerInput;
    private final long readUpTo;
    private final SpillingMap uris = new SpillingMap();
    private boolean rejected;

    RecordPreparer(ContainerContext context, ContainerInput containerInput) {
        this.context = context;
        this.containerInput = containerInput;
        this.readUpTo = containerInput.readUpTo();
    }

    /** Returns what becomes of a record; empty when an earlier publish of the same bytes has dealt with it. */
    Optional<PreparedInput> prepare(InputRecord record) {
        ArticleContent content = content(record);
        String uri = uri(record, content.sha256());
        boolean first = isFirst(uri);
        if (record.recordOffset() <= readUpTo) {
            return Optional.empty();
        }
        return Optional.of(prepare(record, content, first ? uri : toldApart(uri, content.sha256())));
    }

    private PreparedInput prepare(InputRecord record, ArticleContent content, String uri) {
        if (record instanceof SkippedRecord skipped) {
            return PreparedInput.withoutRecords(
                    containerInput.uri(),
                    new PublishOutcome(uri, InputOutcome.SKIPPED, 0, skipped.reason(), skipped.message()));
        }
        if (record instanceof RejectedRecord reject) {
            return deadLetter(content, uri, failure(reject));
        }
        return context.articles().isTooLarge(content.size())
                ? deadLetter(head(content), uri, context.articles().tooLarge(content.size()))
                : context.articles().article(containerInput.input(), uri, content, (SuppliedArticle) record);
    }

    private PreparedInput deadLetter(ArticleContent content, String uri, Failure failure) {
        rejected = true;
        return context.articles().deadLetter(containerInput.input(), uri, content, failure);
    }

    private static Failure failure(RejectedRecord record) {
        FailureCategory category =
                record.reason().equals(RejectedRecord.TOO_LARGE) ? FailureCategory.TOO_LARGE : FailureCategory.PARSE;
        return Failure.of(category, record.reason(), record.message());
    }

    private ArticleContent content(InputRecord record) {
        long size = record instanceof RejectedRecord reject
                ? reject.size()
                : record.payload().remaining();
        return ArticleContent.of(record.payload(), size, containerInput.file().modified());
    }

    private static ArticleContent head(ArticleContent content) {
        byte[] head = new byte[Math.min(DeadLetters.HEAD_BYTES, content.bytes().remaining())];
        content.bytes().duplicate().get(head);
        return ArticleContent.of(ByteBuffer.wrap(head), content.size(), content.modified());
    }

    private String uri(InputRecord record, String sha256) {
        return containerInput.uri() + "#" + RecordIdentity.of(record, sha256);
    }

    private boolean isFirst(String uri) {
        UUID key = ArticleId.nameBased(ArticleId.NAMESPACE, uri);
        boolean first = uris.get(key).isEmpty();
        if (first) {
            uris.put(key, SEEN);
        }
        return first;
    }

    /**
     * Two records of one identity in one container would be revisions of each other again and again: of the later one
     * the content joins the identity. The same record twice stays one article.
     */
    private String toldApart(String uri, String sha256) {
        boolean same = context.ledger()
                .findRecord(uri)
                .filter(known -> known.contentSha256().equals(sha256))
                .isPresent();
        return same ? uri : uri + "~" + sha256;
    }

    /** Returns whether any record so far became a dead letter, now or before. */
    boolean anyRejected() {
        return rejected;
    }

    @Override
    public void close() {
        uris.close();
    }
}
