package dev.tidings.streams.topology.dedup;

import dev.tidings.schemas.Analysed;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.failure.SourceRecord;

/**
 * An analysed article that has been checked, before deduplication decides it.
 *
 * @param source the record it was read from
 * @param analysed that record's event
 * @param incomingArticle what deduplication compares and decides it by
 */
public record AnalysedRecord(SourceRecord source, Analysed analysed, IncomingArticle incomingArticle)
        implements LoggedVersion {

    @Override
    public SourcePosition sourcePosition() {
        return incomingArticle.sourcePosition();
    }

    @Override
    public long time() {
        return incomingArticle.time();
    }
}
