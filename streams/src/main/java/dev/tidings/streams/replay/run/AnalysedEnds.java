package dev.tidings.streams.replay.run;

import java.util.Collection;
import java.util.Map;

/** Tells whether a partition of the analysed articles will get another record, which its topic alone cannot tell. */
interface AnalysedEnds {

    /**
     * Returns the ends of those partitions that have got their last record: every record stands before its end.
     * Partitions of which raw is not yet analysed to its frozen end are left out.
     */
    Map<Integer, Long> endsOf(Collection<Integer> partitions);
}
