package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.ArticleRevisions;
import dev.tidings.streams.dedup.index.BlockingKey;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DedupWindows.Window;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.Expiry;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.Posting;
import dev.tidings.streams.dedup.index.Watermark;
import dev.tidings.streams.dedup.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Indexes decided articles, and removes them when their window has passed. */
final class DuplicateIndexUpdater {

    /**
     * How many expiries of each window one incoming article makes room for: many times what one article adds, and still
     * a short step.
     */
    private static final int SLICE = 32;

    private final DuplicateIndex duplicateIndex;
    private final DedupWindows dedupWindows;

    DuplicateIndexUpdater(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.dedupWindows = dedupWindows;
    }

    /** Indexes an article under its blocking keys, notes its revision and schedules its expiry. */
    void indexArticle(IncomingArticle incomingArticle, DuplicateMatch duplicateMatch, UUID cluster) {
        IndexedArticle indexedArticle = toIndexedArticle(incomingArticle, duplicateMatch, cluster);
        duplicateIndex.putArticle(indexedArticle);
        boolean copy = duplicateMatch.rule() == Rule.EXACT_FINGERPRINT;
        blockingKeys(indexedArticle).stream()
                .filter(key -> !copy || key.kind() == BlockingKey.Kind.URL)
                .forEach(key -> addPosting(key, indexedArticle));
        duplicateIndex.putRevisions(incomingArticle.articleId(), updatedRevisions(incomingArticle, cluster));
        duplicateIndex.schedule(Expiry.of(Window.EXACT, indexedArticle.time(), indexedArticle.sourcePosition()));
        if (indexedArticle.shingles().isPresent()) {
            duplicateIndex.schedule(Expiry.of(Window.NEAR, indexedArticle.time(), indexedArticle.sourcePosition()));
        }
    }

    /** Removes articles whose window has passed, {@link #SLICE} of each window at most. */
    void expire(Watermark clock) {
        for (Window window : Window.values()) {
            long horizon = clock.time() - dedupWindows.millis(window);
            for (Expiry expiry : duplicateIndex.findExpiries(window, Expiry.toEpochDay(horizon), SLICE)) {
                duplicateIndex
                        .findArticle(expiry.sourcePosition())
                        .ifPresent(indexedArticle -> removeFromWindow(indexedArticle, window, horizon));
                duplicateIndex.removeExpiry(expiry);
            }
        }
    }

    /** Returns what to index of an article. An equal copy brings no new text, so only its own URL need lead to it. */
    private static IndexedArticle toIndexedArticle(
            IncomingArticle incomingArticle, DuplicateMatch duplicateMatch, UUID cluster) {
        Sketch sketch = incomingArticle.sketch();
        boolean copy = duplicateMatch.rule() == Rule.EXACT_FINGERPRINT;
        boolean keepsText = !copy || sketch.urlKey().isPresent();
        return new IndexedArticle(
                incomingArticle.sourcePosition(),
                incomingArticle.time(),
                incomingArticle.articleId(),
                incomingArticle.revision(),
                cluster,
                sketch.exact(),
                duplicateMatch.lowerRevision() ? OptionalLong.empty() : sketch.urlKey(),
                copy ? List.of() : sketch.keys(),
                keepsText ? sketch.shingles() : Optional.empty());
    }

    private static List<BlockingKey> blockingKeys(IndexedArticle indexedArticle) {
        List<BlockingKey> keys = new ArrayList<>();
        indexedArticle.exact().map(BlockingKey::ofFingerprint).ifPresent(keys::add);
        if (indexedArticle.urlKey().isPresent()) {
            keys.add(BlockingKey.ofUrlKey(indexedArticle.urlKey().getAsLong()));
        }
        indexedArticle.keys().stream().map(BlockingKey::ofShingle).forEach(keys::add);
        return keys;
    }

    private void addPosting(BlockingKey key, IndexedArticle indexedArticle) {
        List<Posting> before = duplicateIndex.findPostings(key);
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(indexedArticle.sourcePosition(), indexedArticle.time()));
        before.stream().limit(DuplicateThresholds.MAX_KEY_ARTICLES - 1).forEach(postings::add);
        duplicateIndex.putPostings(key, postings);
    }

    private ArticleRevisions updatedRevisions(IncomingArticle incomingArticle, UUID cluster) {
        ArticleRevisions.Seen seen = new ArticleRevisions.Seen(
                incomingArticle.revision(),
                incomingArticle.contentSha256(),
                incomingArticle.sourcePosition(),
                incomingArticle.time(),
                cluster);
        return duplicateIndex
                .findRevisions(incomingArticle.articleId())
                .map(known -> known.plus(seen))
                .orElseGet(() -> new ArticleRevisions(List.of(seen)));
    }

    private void removeFromWindow(IndexedArticle indexedArticle, Window window, long horizon) {
        switch (window) {
            case NEAR -> {
                indexedArticle.keys().stream().map(BlockingKey::ofShingle).forEach(key -> prune(key, horizon));
                duplicateIndex.putArticle(indexedArticle.withoutText());
            }
            case EXACT -> {
                blockingKeys(indexedArticle).forEach(key -> prune(key, horizon));
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
