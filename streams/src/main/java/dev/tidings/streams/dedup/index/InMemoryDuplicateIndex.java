package dev.tidings.streams.dedup.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** The duplicate index in maps, for commands and tests. */
final class InMemoryDuplicateIndex implements DuplicateIndex {

    private static final Comparator<Expiry> ORDER =
            Comparator.comparing(Expiry::window).thenComparingLong(Expiry::day).thenComparing(Expiry::sourcePosition);

    private final Map<SourcePosition, IndexedArticle> indexedArticles = new HashMap<>();
    private final Map<BlockingKey, List<Posting>> keys = new HashMap<>();
    private final Map<UUID, ArticleRevisions> articleRevisions = new HashMap<>();
    private final NavigableSet<Expiry> days = new TreeSet<>(ORDER);
    private DedupProgress progress = DedupProgress.none();

    @Override
    public Optional<IndexedArticle> findArticle(SourcePosition sourcePosition) {
        return Optional.ofNullable(indexedArticles.get(sourcePosition));
    }

    @Override
    public void putArticle(IndexedArticle indexedArticle) {
        indexedArticles.put(indexedArticle.sourcePosition(), indexedArticle);
    }

    @Override
    public void removeArticle(SourcePosition sourcePosition) {
        indexedArticles.remove(sourcePosition);
    }

    @Override
    public List<Posting> findPostings(BlockingKey key) {
        return keys.getOrDefault(key, List.of());
    }

    @Override
    public void putPostings(BlockingKey key, List<Posting> postings) {
        if (postings.isEmpty()) {
            keys.remove(key);
        } else {
            keys.put(key, List.copyOf(postings));
        }
    }

    @Override
    public Optional<ArticleRevisions> findRevisions(UUID articleId) {
        return Optional.ofNullable(articleRevisions.get(articleId));
    }

    @Override
    public void putRevisions(UUID articleId, ArticleRevisions seen) {
        articleRevisions.put(articleId, seen);
    }

    @Override
    public void removeRevisions(UUID articleId) {
        articleRevisions.remove(articleId);
    }

    @Override
    public void schedule(Expiry expiry) {
        days.add(expiry);
    }

    @Override
    public List<Expiry> findExpiries(DedupWindows.Window window, long beforeDay, int limit) {
        Expiry first = new Expiry(window, Long.MIN_VALUE, new SourcePosition(0, 0));
        return days.tailSet(first, true).stream()
                .takeWhile(expiry -> expiry.window() == window && expiry.day() < beforeDay)
                .limit(limit)
                .toList();
    }

    @Override
    public void removeExpiry(Expiry expiry) {
        days.remove(expiry);
    }

    @Override
    public DedupProgress progress() {
        return progress;
    }

    @Override
    public void putProgress(DedupProgress next) {
        progress = next;
    }
}
