package dev.tidings.streams.topology;

import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the commits of a task as often as its articles need; Kafka Streams by itself commits at the longest
 * interval. What is committed when depends on the clock, what is written does not. For the stream thread that owns the
 * task.
 */
final class CommitPolicy {
    /** When this thread last asked: a commit is one of all its tasks. */
    private static final ThreadLocal<Long> ASKED = ThreadLocal.withInitial(() -> 0L);

    private final ProcessorContext<?, ?> context;
    private final CommitIntervalSettings intervals;
    private @Nullable Cancellable timer;
    private long newest;

    private CommitPolicy(ProcessorContext<?, ?> context, CommitIntervalSettings intervals) {
        this.context = context;
        this.intervals = intervals;
    }

    /** Attaches a policy to the task of a context, for as long as the task lives. */
    static CommitPolicy of(ProcessorContext<?, ?> context, CommitIntervalSettings intervals) {
        return new CommitPolicy(context, intervals);
    }

    /** Takes note that a record is under way; its time is that of its raw record. */
    void recordTaken(long time) {
        newest = time;
        if (timer == null) {
            // For the last article before a pause, as no other comes to ask. Not for ever: Kafka Streams commits a
            // task in a transaction whenever its timer has run, even where nothing came.
            timer = context.schedule(intervals.shortest(), PunctuationType.WALL_CLOCK_TIME, this::askIfDue);
        }
        askIfDue(context.currentSystemTimeMs());
    }

    private void askIfDue(long now) {
        // A clock that was set back must not end all commits.
        if (timer != null && Math.abs(now - ASKED.get()) >= intervals.millisAt(now - newest)) {
            context.commit();
            ASKED.set(now);
            timer.cancel();
            timer = null;
        }
    }
}
