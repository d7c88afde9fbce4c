package dev.tidings.app.bench;

import dev.tidings.app.bench.Endings.Place;
import dev.tidings.consumer.store.ArticleStore;
import dev.tidings.consumer.store.StoreCounts;
import java.nio.file.Path;

/** Holds the store against what subscribers saw: it grows by just as many articles and copies. For one thread. */
final class StoreCheck {
    private final Path file;
    private long articles;
    private long suppressed;

    StoreCheck(Path file) {
        this.file = file;
    }

    /** Compares with the last call; everything must be stored. */
    void checkGrowth(Endings endings) {
        try (ArticleStore store = ArticleStore.open(file)) {
            StoreCounts counts = store.counts();
            compare("articles", counts.revisions() - articles, endings.count(Place.PUBLISHED));
            compare("copies", counts.suppressed() - suppressed, endings.count(Place.SUPPRESSED));
            articles = counts.revisions();
            suppressed = counts.suppressed();
        }
    }

    private static void compare(String what, long stored, long seen) {
        if (stored != seen) {
            throw new BenchException("the store got " + stored + " " + what + " where subscribers saw " + seen);
        }
    }
}
