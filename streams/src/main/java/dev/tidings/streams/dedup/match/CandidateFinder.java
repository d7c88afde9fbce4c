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

/**
 * Looks up the candidates for an incoming article: the indexed articles within the window that share a blocking key
 * with it.
 */
final class CandidateFinder {

    private final DuplicateIndex duplicateIndex;
    private final DedupWindows dedupWindows;

    CandidateFinder(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.dedupWindows = dedupWindows;
    }

    /** Returns the indexed articles of the same fingerprint, newest first. */
    List<IndexedArticle> findExact(IncomingArticle incomingArticle) {
        return incomingArticle.sketch().exact().map(BlockingKey::ofFingerprint).stream()
                .flatMap(key -> findOthers(key, incomingArticle))
                .toList();
    }

    /** Returns the current article of the same canonical URL. */
    Optional<IndexedArticle> findSameUrl(IncomingArticle incomingArticle) {
        return incomingArticle.sketch().urlKey().isEmpty()
                ? Optional.empty()
                : findOthers(
                                BlockingKey.ofUrlKey(
                                        incomingArticle.sketch().urlKey().getAsLong()),
                                incomingArticle)
                        .findFirst();
    }

    /**
     * Returns the indexed articles that share a shingle key, each once. A key with {@link
     * DuplicateThresholds#MAX_KEY_ARTICLES} postings within the window is too common and is not used.
     */
    List<IndexedArticle> findSimilar(IncomingArticle incomingArticle) {
        Set<SourcePosition> sourcePositions = new LinkedHashSet<>();
        for (long key : incomingArticle.sketch().keys()) {
            List<Posting> visible =
                    postingsInWindow(BlockingKey.ofShingle(key), DedupWindows.Window.NEAR, incomingArticle.time());
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
                    .findArticle(sourcePosition)
                    .filter(indexedArticle -> isOtherArticle(indexedArticle, incomingArticle))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Stream<IndexedArticle> findOthers(BlockingKey key, IncomingArticle incomingArticle) {
        return postingsInWindow(key, DedupWindows.Window.EXACT, incomingArticle.time()).stream()
                .flatMap(posting -> duplicateIndex.findArticle(posting.sourcePosition()).stream())
                .filter(indexedArticle -> isOtherArticle(indexedArticle, incomingArticle));
    }

    private List<Posting> postingsInWindow(BlockingKey key, DedupWindows.Window window, long time) {
        long reach = dedupWindows.millis(window);
        return duplicateIndex.findPostings(key).stream()
                .filter(posting -> Math.abs(posting.time() - time) <= reach)
                .toList();
    }

    private static boolean isOtherArticle(IndexedArticle indexedArticle, IncomingArticle incomingArticle) {
        return !indexedArticle.articleId().equals(incomingArticle.articleId());
    }
}
