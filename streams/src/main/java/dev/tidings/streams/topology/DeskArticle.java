package dev.tidings.streams.topology;

import dev.tidings.schemas.Analysed;
import dev.tidings.streams.duplicate.Arrival;
import dev.tidings.streams.failure.SourceRecord;

/**
 * An article on the desk.
 *
 * @param source the record it was read from
 * @param analysed that record's event
 * @param arrival what the desk decides by
 */
public record DeskArticle(SourceRecord source, Analysed analysed, Arrival arrival) {}
