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

/** Writes decided articles into the desk's memory, and takes them out when their window has passed. */
final class DuplicateIndexUpdater {

    /** How many notes of each window one arrival settles: many times what one arrival adds, and still a short step. */
    private static final int SLICE = 32;

    private final DuplicateIndex duplicateIndex;
    private final DedupWindows dedupWindows;

    DuplicateIndexUpdater(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.dedupWindows = dedupWindows;
    }

    /** Makes an article findable. */
    void enter(IncomingArticle incomingArticle, DuplicateMatch duplicateMatch, UUID cluster) {
        IndexedArticle indexedArticle = holder(incomingArticle, duplicateMatch, cluster);
        duplicateIndex.put(indexedArticle);
        boolean copy = duplicateMatch.rule() == Rule.EXACT_FINGERPRINT;
        lookupKeys(indexedArticle).stream()
                .filter(key -> !copy || key.kind() == BlockingKey.Kind.URL)
                .forEach(key -> enter(key, indexedArticle));
        duplicateIndex.put(incomingArticle.articleId(), revisions(incomingArticle, cluster));
        duplicateIndex.schedule(Expiry.of(Window.EXACT, indexedArticle.time(), indexedArticle.sourcePosition()));
        if (indexedArticle.shingles().isPresent()) {
            duplicateIndex.schedule(Expiry.of(Window.NEAR, indexedArticle.time(), indexedArticle.sourcePosition()));
        }
    }

    /** Takes out some of what has left its window. */
    void expire(Watermark clock) {
        for (Window window : Window.values()) {
            long horizon = clock.time() - dedupWindows.millis(window);
            for (Expiry expiry : duplicateIndex.due(window, Expiry.day(horizon), SLICE)) {
                duplicateIndex
                        .holder(expiry.sourcePosition())
                        .ifPresent(indexedArticle -> leave(indexedArticle, window, horizon));
                duplicateIndex.settle(expiry);
            }
        }
    }

    /** An equal copy brings no text the desk does not hold; it need only be found by its own address. */
    private static IndexedArticle holder(IncomingArticle incomingArticle, DuplicateMatch duplicateMatch, UUID cluster) {
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

    private static List<BlockingKey> lookupKeys(IndexedArticle indexedArticle) {
        List<BlockingKey> keys = new ArrayList<>();
        indexedArticle.exact().map(BlockingKey::exact).ifPresent(keys::add);
        if (indexedArticle.urlKey().isPresent()) {
            keys.add(BlockingKey.url(indexedArticle.urlKey().getAsLong()));
        }
        indexedArticle.keys().stream().map(BlockingKey::shingle).forEach(keys::add);
        return keys;
    }

    private void enter(BlockingKey key, IndexedArticle indexedArticle) {
        List<Posting> before = duplicateIndex.held(key);
        List<Posting> posting = new ArrayList<>();
        posting.add(new Posting(indexedArticle.sourcePosition(), indexedArticle.time()));
        before.stream().limit(DuplicateThresholds.MAX_KEY_ARTICLES - 1).forEach(posting::add);
        duplicateIndex.put(key, posting);
    }

    private ArticleRevisions revisions(IncomingArticle incomingArticle, UUID cluster) {
        ArticleRevisions.Seen seen = new ArticleRevisions.Seen(
                incomingArticle.revision(),
                incomingArticle.contentSha256(),
                incomingArticle.sourcePosition(),
                incomingArticle.time(),
                cluster);
        return duplicateIndex
                .revisions(incomingArticle.articleId())
                .map(known -> known.plus(seen))
                .orElseGet(() -> new ArticleRevisions(List.of(seen)));
    }

    private void leave(IndexedArticle indexedArticle, Window window, long horizon) {
        switch (window) {
            case NEAR -> {
                indexedArticle.keys().stream().map(BlockingKey::shingle).forEach(key -> prune(key, horizon));
                duplicateIndex.put(indexedArticle.withoutText());
            }
            case EXACT -> {
                lookupKeys(indexedArticle).forEach(key -> prune(key, horizon));
                duplicateIndex.removeHolder(indexedArticle.sourcePosition());
                forgetRevisions(indexedArticle.articleId(), horizon);
            }
        }
    }

    private void prune(BlockingKey key, long horizon) {
        List<Posting> before = duplicateIndex.held(key);
        List<Posting> after =
                before.stream().filter(posting -> posting.time() >= horizon).toList();
        if (after.size() < before.size()) {
            duplicateIndex.put(key, after);
        }
    }

    private void forgetRevisions(UUID articleId, long horizon) {
        boolean over = duplicateIndex.revisions(articleId).stream()
                .flatMap(articleRevisions -> articleRevisions.seen().stream())
                .allMatch(seen -> seen.time() < horizon);
        if (over) {
            duplicateIndex.removeRevisions(articleId);
        }
    }
}
