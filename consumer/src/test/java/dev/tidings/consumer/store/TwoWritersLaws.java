package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.news;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** Two writers on one partition at once. */
public abstract class TwoWritersLaws extends StoreLaws {

    private static final int EVENTS = 600;
    private static final int BATCH = 7;

    @Test
    void twoThatBothBelieveAPartitionTheirsLoseAndDoubleNothing() {
        List<SinkRecord> events = news(0, EVENTS);
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> writeAll(events, together));
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> writeAll(events, together));

        int fenced = one.join() + other.join();

        assertThat(fenced).as("times a writer was too late").isPositive();
        try (StoreWriter store = openWriter()) {
            assertThat(store.findOffsets(Set.of(ENRICHED))).containsEntry(ENRICHED, (long) EVENTS);
            assertThat(countAll().revisions()).isEqualTo(EVENTS);
            assertThat(countAll().articles()).isEqualTo(EVENTS);
        }
    }

    /** Writes on from its own belief and, as the loop does, asks the store only when it is refused. */
    private int writeAll(List<SinkRecord> events, CyclicBarrier together) {
        int fenced = 0;
        try (StoreWriter store = openWriter()) {
            await(together);
            long next = StoreWriter.NOTHING_STORED;
            while (next < EVENTS) {
                long from = Math.max(0, next);
                long to = Math.min(EVENTS, from + BATCH);
                try {
                    store.writeBatch(ENRICHED, next, events.subList((int) from, (int) to), to);
                    next = to;
                } catch (FencedException e) {
                    fenced++;
                    next = store.findOffsets(Set.of(ENRICHED)).getOrDefault(ENRICHED, StoreWriter.NOTHING_STORED);
                } catch (RetryLaterException e) {
                    // The other one holds the store: the same batch again.
                }
            }
        }
        return fenced;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
