package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.news;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A process that stores batch after batch until there is no room, says what it is told then, makes room, and goes on:
 * the same batch again, then more of them. At the end it says how many events the store holds, and where it stands.
 */
final class FullDiskWriter {

    private static final int BATCH = 20;
    private static final int BATCHES_AFTERWARDS = 10;
    private static final int REFUSALS = 3;
    private static final int FILLER = 5 << 20;

    private final StoreWriter store;
    private long next;

    private FullDiskWriter(StoreWriter store) {
        this.store = store;
        store.findOffsets(Set.of(ENRICHED));
    }

    /** Takes the URL of the store and a file on the same disk that takes room until it is deleted. */
    public static void main(String[] arguments) throws IOException {
        StoreUrl url = StoreUrl.parse(arguments[0]);
        Path filler = Files.write(Path.of(arguments[1]), new byte[FILLER]);
        try (StoreWriter store = Stores.openWriter(url, IDENTITY)) {
            new FullDiskWriter(store).writeThroughFullDisk(filler);
        }
        try (StoreReader reader = Stores.openReader(url)) {
            System.out.println("holds " + reader.articles().countAll().revisions());
        }
    }

    private void writeThroughFullDisk(Path filler) throws IOException {
        String refusal = "";
        while (refusal.isEmpty()) {
            refusal = tryBatch();
        }
        for (int refused = 0; refused < REFUSALS; refused++) {
            System.out.println("refused: " + tryBatch());
        }
        Files.delete(filler);
        for (int batch = 0; batch < BATCHES_AFTERWARDS; batch++) {
            System.out.println("stored" + tryBatch());
        }
        System.out.println("stands at " + store.findOffsets(Set.of(ENRICHED)).get(ENRICHED));
        System.out.println(next);
    }

    /** Stores the next batch; returns why it was not stored, empty when it was. */
    private String tryBatch() {
        try {
            writeBatch();
            return "";
        } catch (FencedException e) {
            // The batch that was refused had been stored all the same: as the loop does, go on where the store stands.
            next = store.findOffsets(Set.of(ENRICHED)).getOrDefault(ENRICHED, 0L);
            return tryBatch();
        } catch (RetryLaterException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void writeBatch() {
        long expected = next == 0 ? StoreWriter.NOTHING_STORED : next;
        store.writeBatch(ENRICHED, expected, news(next, next + BATCH), next + BATCH);
        next += BATCH;
    }
}
