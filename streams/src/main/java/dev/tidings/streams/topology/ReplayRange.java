package dev.tidings.streams.topology;

/**
 * The range of raw records that a run of the topologies reads, and the part of it whose output is written. A record
 * that is read but whose output is not written warms the state: it is decided, gets its ordinal and is indexed like any
 * other. Safe for use by many threads; the same record always gets the same answer.
 */
public interface ReplayRange {

    /** Every record, as in live operation. */
    ReplayRange ALL = new ReplayRange() {
        @Override
        public boolean includesSource(int partition, long offset) {
            return true;
        }

        @Override
        public boolean writesOutput(int partition, long offset) {
            return true;
        }
    };

    /** Returns whether the raw record at this position is read. */
    boolean includesSource(int partition, long offset);

    /** Returns whether the output of the raw record at this position is written: articles, relations, dead letters. */
    boolean writesOutput(int partition, long offset);
}
