package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.news;

import java.util.Set;

/** A process that stores batch after batch, saying before each that it begins, until it is killed. */
final class KilledWriter {

    private static final int BATCH = 50;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        try (StoreWriter store = Stores.openWriter(StoreUrl.parse(arguments[0]), IDENTITY)) {
            long expected = store.findOffsets(Set.of(ENRICHED)).getOrDefault(ENRICHED, StoreWriter.NOTHING_STORED);
            while (true) {
                long from = Math.max(0, expected);
                var batch = news(from, from + BATCH);
                System.out.println(from);
                store.writeBatch(ENRICHED, expected, batch, from + BATCH);
                expected = from + BATCH;
            }
        }
    }
}
