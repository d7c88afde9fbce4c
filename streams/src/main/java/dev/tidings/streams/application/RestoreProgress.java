package dev.tidings.streams.application;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far state is restored, in records of its changelogs. Safe for use by many threads. */
final class RestoreProgress implements StateRestoreListener {

    private record Restore(long start, long end, long restoredTo) {}

    private final Map<TopicPartition, Restore> running = new ConcurrentHashMap<>();

    /** Returns {@code restoring n of m}; empty when nothing is being restored. */
    Optional<String> describeProgress() {
        long total = 0;
        long done = 0;
        for (Restore restore : running.values()) {
            total += restore.end() - restore.start();
            done += restore.restoredTo() - restore.start();
        }
        return running.isEmpty() ? Optional.empty() : Optional.of("restoring " + done + " of " + total + " records");
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        running.put(partition, new Restore(start, end, start));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long count) {
        running.computeIfPresent(
                partition, (key, restore) -> new Restore(restore.start(), restore.end(), batchEnd + 1));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        running.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        running.remove(partition);
    }
}
