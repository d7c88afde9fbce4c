package dev.tidings.streams.replay.run;

import java.util.Collection;
import java.util.Map;

/** Knows what the topic of analysed articles cannot tell by itself: whether a partition will get another record. */
interface AnalysedEnds {

    /**
     * Returns the ends of those partitions that have got their last record: every record stands before its end. Partitions
     * of which raw is not yet analysed to its frozen end are left out.
     */
    Map<Integer, Long> endsOf(Collection<Integer> partitions);
}
