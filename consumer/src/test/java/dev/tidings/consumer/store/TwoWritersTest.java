package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.news;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.consumer.subscribe.FencedException;
import dev.tidings.consumer.subscribe.RetryLaterException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoWritersTest {

    private static final int EVENTS = 600;
    private static final int BATCH = 7;

    @TempDir
    Path folder;

    @Test
    void twoThatBothBelieveAPartitionTheirsLoseAndDoubleNothing() {
        List<SinkRecord> events = news(0, EVENTS);
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> writeAll(events, together));
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> writeAll(events, together));

        int fenced = one.join() + other.join();

        assertThat(fenced).as("times a writer was too late").isPositive();
        try (ArticleStore reader = ArticleStore.open(file());
                SqliteStore store = SqliteStore.open(file(), IDENTITY)) {
            assertThat(store.open(Set.of(ENRICHED))).containsEntry(ENRICHED, (long) EVENTS);
            assertThat(reader.counts().revisions()).isEqualTo(EVENTS);
            assertThat(reader.counts().articles()).isEqualTo(EVENTS);
        }
    }

    /** Writes on from its own belief and, as the loop does, asks the store only when it is refused. */
    private int writeAll(List<SinkRecord> events, CyclicBarrier together) {
        int fenced = 0;
        try (SqliteStore store = SqliteStore.open(file(), IDENTITY)) {
            await(together);
            long next = Sink.NOTHING_STORED;
            while (next < EVENTS) {
                long from = Math.max(0, next);
                long to = Math.min(EVENTS, from + BATCH);
                try {
                    store.write(ENRICHED, next, events.subList((int) from, (int) to), to);
                    next = to;
                } catch (FencedException e) {
                    fenced++;
                    next = store.open(Set.of(ENRICHED)).getOrDefault(ENRICHED, Sink.NOTHING_STORED);
                } catch (RetryLaterException e) {
                    // The other one holds the file: the same batch again.
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

    private Path file() {
        return folder.resolve("tidings.db");
    }
}
