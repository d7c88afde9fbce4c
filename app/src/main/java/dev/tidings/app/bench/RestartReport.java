package dev.tidings.app.bench;

import java.time.Duration;

/**
 * What a process that was killed needed to work again.
 *
 * @param kill which kill it was, from 1
 * @param articles how many articles deduplication knew
 * @param firstMillis from the start of the new process until a subscriber saw the first article decided, in
 *     milliseconds
 * @param readyMillis from the start of the new process until it said that it is ready
 * @param restoredRecords how many records of its changelogs deduplication read
 * @param restoreMillis how long that took
 * @param skippedPositions how many positions of the changelogs stand before those: what was still on the disk
 * @param loadAverage threads that wanted to run in the minute before; below 0 where the system does not tell
 */
public record RestartReport(
        int kill,
        int articles,
        long firstMillis,
        long readyMillis,
        long restoredRecords,
        long restoreMillis,
        long skippedPositions,
        double loadAverage) {

    static RestartReport of(int kill, int articles, Duration first, Duration ready, Restored restored, double load) {
        return new RestartReport(
                kill,
                articles,
                first.toMillis(),
                ready.toMillis(),
                restored.records(),
                restored.millis(),
                restored.skipped(),
                load);
    }

    /** What a log says that deduplication restored, all its stores together. */
    record Restored(long records, long millis, long skipped) {}
}
