package dev.tidings.streams.topology.dedup;

import dev.tidings.streams.dedup.index.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Says that a raw record is far ahead of all before it: once, and again only of one that is a day further ahead. For
 * the stream thread that owns the task.
 */
final class ClockWarning {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Consumer<String> warn;
    private long toldUpTo = Long.MIN_VALUE;

    /**
     * Makes a warning that has not been given.
     *
     * @param warn takes its line
     */
    ClockWarning(Consumer<String> warn) {
        this.warn = warn;
    }

    /** Returns one that goes to the log. */
    static ClockWarning toLog() {
        return new ClockWarning(LoggerFactory.getLogger(ClockWarning.class)::warn);
    }

    /**
     * Looks at the time of a record.
     *
     * @param clock the clock of deduplication before it
     */
    void recordTaken(Watermark clock, LoggedVersion version) {
        if (clock.isAhead(version.time()) && version.time() > toldUpTo) {
            toldUpTo = version.time() + DAY_MILLIS;
            warn.accept("raw record " + version.sourcePosition() + " is of " + Instant.ofEpochMilli(version.time())
                    + ", more than a day ahead of all before it (" + Instant.ofEpochMilli(clock.time())
                    + "); the clock of deduplication follows by a day with each record, so nothing is forgotten too"
                    + " early; if articles came all the time, put the clocks of the brokers right");
        }
    }
}
