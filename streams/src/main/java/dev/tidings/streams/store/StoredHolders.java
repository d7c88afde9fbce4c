package dev.tidings.streams.store;

import dev.tidings.streams.duplicate.DeskProgress;
import dev.tidings.streams.duplicate.Due;
import dev.tidings.streams.duplicate.Held;
import dev.tidings.streams.duplicate.Holder;
import dev.tidings.streams.duplicate.Holders;
import dev.tidings.streams.duplicate.LookupKey;
import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.Revisions;
import dev.tidings.streams.duplicate.Windows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The desk's memory in key-value stores, which nobody else writes to. For the stream thread that owns the stores. */
public final class StoredHolders implements Holders {

    /** Some times as many as one decision touches. */
    private static final int RECENT = 64;

    private static final Bytes ONLY = Bytes.wrap(new byte[] {0});

    private final KeyValueStore<Bytes, byte[]> keys;
    private final KeyValueStore<Bytes, byte[]> holders;
    private final KeyValueStore<Bytes, byte[]> revisions;
    private final KeyValueStore<Bytes, byte[]> progress;
    private final DayIndex days;
    private final RecentValues<LookupKey, List<Held>> recentKeys = new RecentValues<>(RECENT);
    private final RecentValues<UUID, Optional<Revisions>> recentRevisions = new RecentValues<>(RECENT);
    private final RecentValues<Bytes, DeskProgress> recentProgress = new RecentValues<>(RECENT);

    /**
     * Makes it.
     *
     * @param stores returns the store of a name of {@link DeskStores}
     */
    public StoredHolders(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        keys = stores.apply(DeskStores.POSTINGS);
        holders = stores.apply(DeskStores.ARTICLES);
        revisions = stores.apply(DeskStores.REVISIONS);
        progress = stores.apply(DeskStores.PROGRESS);
        days = new DayIndex(stores.apply(DeskStores.EXPIRIES));
    }

    @Override
    public Optional<Holder> holder(Reference reference) {
        return Optional.ofNullable(holders.get(StoreKeys.of(reference)))
                .map(value -> HolderValue.read(reference, value));
    }

    @Override
    public void put(Holder holder) {
        holders.put(StoreKeys.of(holder.reference()), HolderValue.write(holder));
    }

    @Override
    public void removeHolder(Reference reference) {
        holders.delete(StoreKeys.of(reference));
    }

    @Override
    public List<Held> held(LookupKey key) {
        return recentKeys.get(key, this::read);
    }

    private List<Held> read(LookupKey key) {
        return Optional.ofNullable(keys.get(StoreKeys.of(key)))
                .map(HeldValue::read)
                .orElse(List.of());
    }

    @Override
    public void put(LookupKey key, List<Held> held) {
        recentKeys.put(key, List.copyOf(held));
        if (held.isEmpty()) {
            keys.delete(StoreKeys.of(key));
        } else {
            keys.put(StoreKeys.of(key), HeldValue.write(held));
        }
    }

    @Override
    public Optional<Revisions> revisions(UUID articleId) {
        return recentRevisions.get(articleId, this::readRevisions);
    }

    private Optional<Revisions> readRevisions(UUID articleId) {
        return Optional.ofNullable(revisions.get(StoreKeys.of(articleId))).map(RevisionsValue::read);
    }

    @Override
    public void put(UUID articleId, Revisions seen) {
        recentRevisions.put(articleId, Optional.of(seen));
        revisions.put(StoreKeys.of(articleId), RevisionsValue.write(seen));
    }

    @Override
    public void removeRevisions(UUID articleId) {
        recentRevisions.put(articleId, Optional.empty());
        revisions.delete(StoreKeys.of(articleId));
    }

    @Override
    public void schedule(Due due) {
        days.add(due);
    }

    @Override
    public List<Due> due(Windows.Window window, long beforeDay, int limit) {
        return days.before(window, beforeDay, limit);
    }

    @Override
    public void settle(Due due) {
        days.remove(due);
    }

    @Override
    public DeskProgress progress() {
        return recentProgress.get(ONLY, this::readProgress);
    }

    private DeskProgress readProgress(Bytes only) {
        return Optional.ofNullable(progress.get(only)).map(ProgressValue::read).orElseGet(DeskProgress::none);
    }

    @Override
    public void put(DeskProgress next) {
        recentProgress.put(ONLY, next);
        progress.put(ONLY, ProgressValue.write(next));
    }
}
