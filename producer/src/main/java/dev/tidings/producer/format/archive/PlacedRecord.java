package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import java.util.Optional;

/** A record of a member as a record of what the member is in. */
final class PlacedRecord {

    private PlacedRecord() {}

    /** Returns the record at another place and with another id. */
    static InputRecord of(InputRecord record, long offset, Optional<String> id) {
        if (record instanceof SuppliedArticle article) {
            return new SuppliedArticle(
                    article.payload(), article.format(), article.mediaType(), offset, id, article.metadata());
        }
        if (record instanceof SkippedRecord skipped) {
            return new SkippedRecord(offset, id, skipped.url(), skipped.payload(), skipped.reason(), skipped.message());
        }
        RejectedRecord rejected = (RejectedRecord) record;
        return new RejectedRecord(
                offset, id, rejected.url(), rejected.payload(), rejected.size(), rejected.reason(), rejected.message());
    }
}
