package dev.tidings.app.bench;

import dev.tidings.app.bench.OutcomeCounts.Place;
import dev.tidings.app.bench.text.BenchException;
import dev.tidings.consumer.store.StoreCounts;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.Stores;

/** Compares the store with what subscribers saw: it must grow by as many articles and copies. For one thread. */
final class StoreCheck {
    private final StoreUrl url;
    private long articles;
    private long suppressed;

    StoreCheck(StoreUrl url) {
        this.url = url;
    }

    /** Compares with the last call; everything must be stored. */
    void checkGrowth(OutcomeCounts outcomeCounts) {
        try (StoreReader store = Stores.openReader(url)) {
            StoreCounts counts = store.articles().countAll();
            compareCounts("articles", counts.revisions() - articles, outcomeCounts.count(Place.PUBLISHED));
            compareCounts("copies", counts.suppressed() - suppressed, outcomeCounts.count(Place.SUPPRESSED));
            articles = counts.revisions();
            suppressed = counts.suppressed();
        }
    }

    private static void compareCounts(String what, long stored, long seen) {
        if (stored != seen) {
            throw new BenchException("the store got " + stored + " " + what + " where subscribers saw " + seen);
        }
    }
}
