package dev.tidings.streams.topology.dedup;

import dev.tidings.schemas.Analysed;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.failure.SourceRecord;

/**
 * An article on the desk.
 *
 * @param source the record it was read from
 * @param analysed that record's event
 * @param incomingArticle what the desk decides by
 */
public record AnalysedRecord(SourceRecord source, Analysed analysed, IncomingArticle incomingArticle) {}
