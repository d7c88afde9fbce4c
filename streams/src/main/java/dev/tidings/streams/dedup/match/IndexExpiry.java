package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.BlockingKey;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DedupWindows.Window;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.Expiry;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.Posting;
import java.util.List;
import java.util.UUID;

/** Removes articles from the index when their window has passed. */
final class IndexExpiry {

    /**
     * How many expiries of each window one incoming article makes room for: many times what one article adds, and still
     * a short step.
     */
    private static final int SLICE = 32;

    private final DuplicateIndex duplicateIndex;
    private final DedupWindows dedupWindows;

    IndexExpiry(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.dedupWindows = dedupWindows;
    }

    /**
     * Removes articles whose window has passed, {@link #SLICE} of each window at most.
     *
     * @param time a time in milliseconds since 1970, from which the windows are counted back
     */
    void expire(long time) {
        for (Window window : Window.values()) {
            long horizon = time - dedupWindows.millis(window);
            for (Expiry expiry : duplicateIndex.findExpiries(window, Expiry.toEpochDay(horizon), SLICE)) {
                duplicateIndex
                        .findArticle(expiry.sourcePosition())
                        .ifPresent(indexedArticle -> removeFromWindow(indexedArticle, window, horizon));
                duplicateIndex.removeExpiry(expiry);
            }
        }
    }

    private void removeFromWindow(IndexedArticle indexedArticle, Window window, long horizon) {
        switch (window) {
            case NEAR -> {
                indexedArticle.keys().stream().map(BlockingKey::ofShingle).forEach(key -> prune(key, horizon));
                duplicateIndex.putArticle(indexedArticle.withoutText());
            }
            case EXACT -> {
                indexedArticle.blockingKeys().forEach(key -> prune(key, horizon));
                duplicateIndex.removeArticle(indexedArticle.sourcePosition());
                forgetRevisions(indexedArticle.articleId(), horizon);
            }
        }
    }

    private void prune(BlockingKey key, long horizon) {
        List<Posting> before = duplicateIndex.findPostings(key);
        List<Posting> after =
                before.stream().filter(posting -> posting.time() >= horizon).toList();
        if (after.size() < before.size()) {
            duplicateIndex.putPostings(key, after);
        }
    }

    private void forgetRevisions(UUID articleId, long horizon) {
        boolean over = duplicateIndex.findRevisions(articleId).stream()
                .flatMap(articleRevisions -> articleRevisions.seen().stream())
                .allMatch(seen -> seen.time() < horizon);
        if (over) {
            duplicateIndex.removeRevisions(articleId);
        }
    }
}
