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
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The desk's memory in key-value stores, which nobody else writes to. For the stream thread that owns the stores. */
public final class KafkaDuplicateIndex implements DuplicateIndex {

    /** Some times as many as one decision touches. */
    private static final int RECENT = 64;

    private static final Bytes ONLY = Bytes.wrap(new byte[] {0});

    private final KeyValueStore<Bytes, byte[]> keys;
    private final KeyValueStore<Bytes, byte[]> holders;
    private final KeyValueStore<Bytes, byte[]> revisions;
    private final KeyValueStore<Bytes, byte[]> progress;
    private final DayIndex days;
    private final RecentValues<BlockingKey, List<Posting>> recentKeys = new RecentValues<>(RECENT);
    private final RecentValues<UUID, Optional<ArticleRevisions>> recentRevisions = new RecentValues<>(RECENT);
    private final RecentValues<Bytes, DedupProgress> recentProgress = new RecentValues<>(RECENT);

    /**
     * Makes it.
     *
     * @param stores returns the store of a name of {@link DedupStores}
     */
    public KafkaDuplicateIndex(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        keys = stores.apply(DedupStores.POSTINGS);
        holders = stores.apply(DedupStores.ARTICLES);
        revisions = stores.apply(DedupStores.REVISIONS);
        progress = stores.apply(DedupStores.PROGRESS);
        days = new DayIndex(stores.apply(DedupStores.EXPIRIES));
    }

    @Override
    public Optional<IndexedArticle> holder(SourcePosition sourcePosition) {
        return Optional.ofNullable(holders.get(StoreKeys.of(sourcePosition)))
                .map(value -> IndexedArticleValue.read(sourcePosition, value));
    }

    @Override
    public void put(IndexedArticle indexedArticle) {
        holders.put(StoreKeys.of(indexedArticle.sourcePosition()), IndexedArticleValue.write(indexedArticle));
    }

    @Override
    public void removeHolder(SourcePosition sourcePosition) {
        holders.delete(StoreKeys.of(sourcePosition));
    }

    @Override
    public List<Posting> held(BlockingKey key) {
        return recentKeys.get(key, this::read);
    }

    private List<Posting> read(BlockingKey key) {
        return Optional.ofNullable(keys.get(StoreKeys.of(key)))
                .map(PostingsValue::read)
                .orElse(List.of());
    }

    @Override
    public void put(BlockingKey key, List<Posting> posting) {
        recentKeys.put(key, List.copyOf(posting));
        if (posting.isEmpty()) {
            keys.delete(StoreKeys.of(key));
        } else {
            keys.put(StoreKeys.of(key), PostingsValue.write(posting));
        }
    }

    @Override
    public Optional<ArticleRevisions> revisions(UUID articleId) {
        return recentRevisions.get(articleId, this::readRevisions);
    }

    private Optional<ArticleRevisions> readRevisions(UUID articleId) {
        return Optional.ofNullable(revisions.get(StoreKeys.of(articleId))).map(RevisionsValue::read);
    }

    @Override
    public void put(UUID articleId, ArticleRevisions seen) {
        recentRevisions.put(articleId, Optional.of(seen));
        revisions.put(StoreKeys.of(articleId), RevisionsValue.write(seen));
    }

    @Override
    public void removeRevisions(UUID articleId) {
        recentRevisions.put(articleId, Optional.empty());
        revisions.delete(StoreKeys.of(articleId));
    }

    @Override
    public void schedule(Expiry expiry) {
        days.add(expiry);
    }

    @Override
    public List<Expiry> due(DedupWindows.Window window, long beforeDay, int limit) {
        return days.before(window, beforeDay, limit);
    }

    @Override
    public void settle(Expiry expiry) {
        days.remove(expiry);
    }

    @Override
    public DedupProgress progress() {
        return recentProgress.get(ONLY, this::readProgress);
    }

    private DedupProgress readProgress(Bytes only) {
        return Optional.ofNullable(progress.get(only)).map(ProgressValue::read).orElseGet(DedupProgress::none);
    }

    @Override
    public void put(DedupProgress next) {
        recentProgress.put(ONLY, next);
        progress.put(ONLY, ProgressValue.write(next));
    }
}
