package dev.tidings.streams.topology;

/**
 * Which raw records a run of the topologies takes in, and of which it writes what becomes of them. A record that is taken
 * in but not written warms the state: it is decided, gets its ordinal and is remembered like any other. Safe for use by
 * many threads; the same answer for the same record, always.
 */
public interface ReplayRange {

    /** Everything, as in life. */
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

    /** Returns whether the raw record at this place is taken in. */
    boolean includesSource(int partition, long offset);

    /** Returns whether what becomes of the raw record at this place is written: articles, relations, dead letters. */
    boolean writesOutput(int partition, long offset);
}
