package dev.tidings.streams.duplicate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** The desk's memory in maps, for commands and tests. */
final class MemoryHolders implements Holders {

    private static final Comparator<Due> ORDER =
            Comparator.comparing(Due::window).thenComparingLong(Due::day).thenComparing(Due::reference);

    private final Map<Reference, Holder> holders = new HashMap<>();
    private final Map<LookupKey, List<Held>> keys = new HashMap<>();
    private final Map<UUID, Revisions> revisions = new HashMap<>();
    private final NavigableSet<Due> days = new TreeSet<>(ORDER);
    private DeskProgress progress = DeskProgress.none();

    @Override
    public Optional<Holder> holder(Reference reference) {
        return Optional.ofNullable(holders.get(reference));
    }

    @Override
    public void put(Holder holder) {
        holders.put(holder.reference(), holder);
    }

    @Override
    public void removeHolder(Reference reference) {
        holders.remove(reference);
    }

    @Override
    public List<Held> held(LookupKey key) {
        return keys.getOrDefault(key, List.of());
    }

    @Override
    public void put(LookupKey key, List<Held> held) {
        if (held.isEmpty()) {
            keys.remove(key);
        } else {
            keys.put(key, List.copyOf(held));
        }
    }

    @Override
    public Optional<Revisions> revisions(UUID articleId) {
        return Optional.ofNullable(revisions.get(articleId));
    }

    @Override
    public void put(UUID articleId, Revisions seen) {
        revisions.put(articleId, seen);
    }

    @Override
    public void removeRevisions(UUID articleId) {
        revisions.remove(articleId);
    }

    @Override
    public void schedule(Due due) {
        days.add(due);
    }

    @Override
    public List<Due> due(Windows.Window window, long beforeDay, int limit) {
        Due first = new Due(window, Long.MIN_VALUE, new Reference(0, 0));
        return days.tailSet(first, true).stream()
                .takeWhile(due -> due.window() == window && due.day() < beforeDay)
                .limit(limit)
                .toList();
    }

    @Override
    public void settle(Due due) {
        days.remove(due);
    }

    @Override
    public DeskProgress progress() {
        return progress;
    }

    @Override
    public void put(DeskProgress next) {
        progress = next;
    }
}
