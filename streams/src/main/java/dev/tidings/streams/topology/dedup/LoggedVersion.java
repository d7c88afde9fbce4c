package dev.tidings.streams.topology.dedup;

import dev.tidings.streams.dedup.index.SourcePosition;

/** One version of an article, as the log of the analysed articles has it: to be decided, or marked as a dead letter. */
public sealed interface LoggedVersion permits AnalysedRecord, MarkedRecord {

    /** Returns where its raw record stands. */
    SourcePosition sourcePosition();

    /** Returns the time of that record, milliseconds since 1970. */
    long time();
}
