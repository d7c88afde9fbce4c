package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.BlockingKey;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.Posting;
import dev.tidings.streams.dedup.index.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The holders that an arrival is compared with: those within the window that share a key with it. */
final class CandidateFinder {

    private final DuplicateIndex duplicateIndex;
    private final DedupWindows dedupWindows;

    CandidateFinder(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.dedupWindows = dedupWindows;
    }

    /** Returns the holders of the same fingerprint, newest first. */
    List<IndexedArticle> exact(IncomingArticle incomingArticle) {
        return incomingArticle.sketch().exact().map(BlockingKey::exact).stream()
                .flatMap(key -> strangers(key, incomingArticle))
                .toList();
    }

    /** Returns the current holder of the same address. */
    Optional<IndexedArticle> sameUrl(IncomingArticle incomingArticle) {
        return incomingArticle.sketch().urlKey().isEmpty()
                ? Optional.empty()
                : strangers(BlockingKey.url(incomingArticle.sketch().urlKey().getAsLong()), incomingArticle)
                        .findFirst();
    }

    /** Returns the holders that share a shingle key, each once, but none by a key that everybody has. */
    List<IndexedArticle> similar(IncomingArticle incomingArticle) {
        Set<SourcePosition> sourcePositions = new LinkedHashSet<>();
        for (long key : incomingArticle.sketch().keys()) {
            List<Posting> visible = visible(BlockingKey.shingle(key), DedupWindows.Window.NEAR, incomingArticle.time());
            if (visible.size() < DuplicateThresholds.MAX_KEY_ARTICLES) {
                visible.stream()
                        .limit(DuplicateThresholds.MAX_COMPARED_ARTICLES)
                        .map(Posting::sourcePosition)
                        .forEach(sourcePositions::add);
            }
        }
        List<IndexedArticle> found = new ArrayList<>();
        for (SourcePosition sourcePosition : sourcePositions) {
            duplicateIndex
                    .holder(sourcePosition)
                    .filter(indexedArticle -> stranger(indexedArticle, incomingArticle))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Stream<IndexedArticle> strangers(BlockingKey key, IncomingArticle incomingArticle) {
        return visible(key, DedupWindows.Window.EXACT, incomingArticle.time()).stream()
                .flatMap(posting -> duplicateIndex.holder(posting.sourcePosition()).stream())
                .filter(indexedArticle -> stranger(indexedArticle, incomingArticle));
    }

    private List<Posting> visible(BlockingKey key, DedupWindows.Window window, long time) {
        long reach = dedupWindows.millis(window);
        return duplicateIndex.held(key).stream()
                .filter(posting -> Math.abs(posting.time() - time) <= reach)
                .toList();
    }

    private static boolean stranger(IndexedArticle indexedArticle, IncomingArticle incomingArticle) {
        return !indexedArticle.articleId().equals(incomingArticle.articleId());
    }
}
