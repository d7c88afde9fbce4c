package dev.tidings.streams.application;

import dev.tidings.schemas.RestoreState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the state of one application is restored, in records of its changelogs. Safe for use by many threads. */
final class RestoreProgress implements StateRestoreListener {

    private record Restore(long start, long end, long restoredTo) {}

    private final String application;
    private final InstantSource clock;
    private final Consumer<RestoreSummary> onEnd;
    private final Map<TopicPartition, Restore> running = new ConcurrentHashMap<>();
    private Instant since = Instant.EPOCH;
    private long records;
    private long skipped;

    /**
     * Makes it.
     *
     * @param application its name
     * @param onEnd takes the summary when all that was being restored is there; not called when nothing had to be
     */
    RestoreProgress(String application, InstantSource clock, Consumer<RestoreSummary> onEnd) {
        this.application = application;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    /** Returns {@code restoring n of m}; empty when nothing is being restored. */
    Optional<String> describeProgress() {
        return currentState().map(state -> "restoring " + state.getRestored() + " of " + state.getTotal() + " records");
    }

    /** Returns how far it is; empty when nothing is being restored. */
    Optional<RestoreState> currentState() {
        long total = 0;
        long done = 0;
        for (Restore restore : running.values()) {
            total += restore.end() - restore.start();
            done += restore.restoredTo() - restore.start();
        }
        return running.isEmpty() ? Optional.empty() : Optional.of(new RestoreState(application, done, total));
    }

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        if (running.isEmpty()) {
            since = clock.instant();
            records = 0;
            skipped = 0;
        }
        skipped += start;
        running.put(partition, new Restore(start, end, start));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long count) {
        running.computeIfPresent(
                partition, (key, restore) -> new Restore(restore.start(), restore.end(), batchEnd + 1));
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long total) {
        records += total;
        running.remove(partition);
        if (running.isEmpty() && records > 0) {
            long millis = Duration.between(since, clock.instant()).toMillis();
            onEnd.accept(new RestoreSummary(application, records, millis, skipped));
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        running.remove(partition);
    }
}
