package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.news;

import java.nio.file.Path;
import java.util.Set;

/** A process that stores batch after batch, saying before each that it begins, until it is killed. */
final class KilledWriter {

    private static final int BATCH = 50;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]), IDENTITY)) {
            long expected = store.open(Set.of(ENRICHED)).getOrDefault(ENRICHED, Sink.NOTHING_STORED);
            while (true) {
                long from = Math.max(0, expected);
                var batch = news(from, from + BATCH);
                System.out.println(from);
                store.write(ENRICHED, expected, batch, from + BATCH);
                expected = from + BATCH;
            }
        }
    }
}
