package dev.tidings.streams.topology.dedup.store;

import dev.tidings.streams.dedup.index.ArticleRevisions;
import dev.tidings.streams.dedup.index.BlockingKey;
import dev.tidings.streams.dedup.index.DedupProgress;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.Expiry;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.Posting;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.topology.store.RecentValues;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The duplicate index in key-value stores, which nobody else writes to. For the stream thread that owns the stores. */
public final class KafkaDuplicateIndex implements DuplicateIndex {

    /** How many values of each kind are cached: several times as many as one decision touches. */
    private static final int RECENT = 64;

    private static final Bytes ONLY = Bytes.wrap(new byte[] {0});

    private final KeyValueStore<Bytes, byte[]> keys;
    private final KeyValueStore<Bytes, byte[]> articles;
    private final KeyValueStore<Bytes, byte[]> revisions;
    private final KeyValueStore<Bytes, byte[]> progress;
    private final DayIndex days;
    private final RecentValues<BlockingKey, List<Posting>> recentKeys = new RecentValues<>(RECENT);
    private final RecentValues<UUID, Optional<ArticleRevisions>> recentRevisions = new RecentValues<>(RECENT);
    private final RecentValues<Bytes, DedupProgress> recentProgress = new RecentValues<>(RECENT);
    private long articlesRead;

    /**
     * Makes the index over the stores of a task.
     *
     * @param stores returns the store of a name of {@link DedupStores}
     */
    public KafkaDuplicateIndex(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        keys = stores.apply(DedupStores.POSTINGS);
        articles = stores.apply(DedupStores.ARTICLES);
        revisions = stores.apply(DedupStores.REVISIONS);
        progress = stores.apply(DedupStores.PROGRESS);
        days = new DayIndex(stores.apply(DedupStores.EXPIRIES));
    }

    /**
     * Returns the watermark that stands in the store {@link DedupStores#PROGRESS}, for readers outside of the task;
     * empty before the first decision.
     */
    public static OptionalLong readClock(ReadOnlyKeyValueStore<Bytes, byte[]> progress) {
        return Optional.ofNullable(progress.get(ONLY))
                .map(value ->
                        OptionalLong.of(ProgressValue.fromBytes(value).clock().time()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Optional<IndexedArticle> findArticle(SourcePosition sourcePosition) {
        articlesRead++;
        return Optional.ofNullable(articles.get(StoreKeys.keyOf(sourcePosition)))
                .map(value -> IndexedArticleValue.fromBytes(sourcePosition, value));
    }

    /** Returns how many articles have been looked up since the last call. */
    public long takeArticlesRead() {
        long read = articlesRead;
        articlesRead = 0;
        return read;
    }

    @Override
    public void putArticle(IndexedArticle indexedArticle) {
        articles.put(StoreKeys.keyOf(indexedArticle.sourcePosition()), IndexedArticleValue.toBytes(indexedArticle));
    }

    @Override
    public void removeArticle(SourcePosition sourcePosition) {
        articles.delete(StoreKeys.keyOf(sourcePosition));
    }

    @Override
    public List<Posting> findPostings(BlockingKey key) {
        return recentKeys.get(key, this::readPostings);
    }

    private List<Posting> readPostings(BlockingKey key) {
        return Optional.ofNullable(keys.get(StoreKeys.keyOf(key)))
                .map(PostingsValue::fromBytes)
                .orElse(List.of());
    }

    @Override
    public void putPostings(BlockingKey key, List<Posting> postings) {
        recentKeys.put(key, List.copyOf(postings));
        if (postings.isEmpty()) {
            keys.delete(StoreKeys.keyOf(key));
        } else {
            keys.put(StoreKeys.keyOf(key), PostingsValue.toBytes(postings));
        }
    }

    @Override
    public Optional<ArticleRevisions> findRevisions(UUID articleId) {
        return recentRevisions.get(articleId, this::readRevisions);
    }

    private Optional<ArticleRevisions> readRevisions(UUID articleId) {
        return Optional.ofNullable(revisions.get(StoreKeys.keyOf(articleId))).map(RevisionsValue::fromBytes);
    }

    @Override
    public void putRevisions(UUID articleId, ArticleRevisions seen) {
        recentRevisions.put(articleId, Optional.of(seen));
        revisions.put(StoreKeys.keyOf(articleId), RevisionsValue.toBytes(seen));
    }

    @Override
    public void removeRevisions(UUID articleId) {
        recentRevisions.put(articleId, Optional.empty());
        revisions.delete(StoreKeys.keyOf(articleId));
    }

    @Override
    public void schedule(Expiry expiry) {
        days.add(expiry);
    }

    @Override
    public List<Expiry> findExpiries(DedupWindows.Window window, long beforeDay, int limit) {
        return days.expiriesBefore(window, beforeDay, limit);
    }

    @Override
    public void removeExpiry(Expiry expiry) {
        days.remove(expiry);
    }

    @Override
    public DedupProgress progress() {
        return recentProgress.get(ONLY, this::readProgress);
    }

    private DedupProgress readProgress(Bytes only) {
        return Optional.ofNullable(progress.get(only))
                .map(ProgressValue::fromBytes)
                .orElseGet(DedupProgress::none);
    }

    @Override
    public void putProgress(DedupProgress next) {
        recentProgress.put(ONLY, next);
        progress.put(ONLY, ProgressValue.toBytes(next));
    }
}
