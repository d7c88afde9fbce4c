package dev.tidings.streams.duplicate;

import dev.tidings.streams.dedup.match.DuplicateThresholds;
import dev.tidings.streams.duplicate.Windows.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Writes decided articles into the desk's memory, and takes them out when their window has passed. */
final class Register {

    /** How many notes of each window one arrival settles: many times what one arrival adds, and still a short step. */
    private static final int SLICE = 32;

    private final Holders holders;
    private final Windows windows;

    Register(Holders holders, Windows windows) {
        this.holders = holders;
        this.windows = windows;
    }

    /** Makes an article findable. */
    void enter(Arrival arrival, Finding finding, UUID cluster) {
        Holder holder = holder(arrival, finding, cluster);
        holders.put(holder);
        boolean copy = finding.rule() == Rule.EXACT_FINGERPRINT;
        lookupKeys(holder).stream()
                .filter(key -> !copy || key.kind() == LookupKey.Kind.URL)
                .forEach(key -> enter(key, holder));
        holders.put(arrival.articleId(), revisions(arrival, cluster));
        holders.schedule(Due.of(Window.EXACT, holder.time(), holder.reference()));
        if (holder.shingles().isPresent()) {
            holders.schedule(Due.of(Window.NEAR, holder.time(), holder.reference()));
        }
    }

    /** Takes out some of what has left its window. */
    void expire(DeskClock clock) {
        for (Window window : Window.values()) {
            long horizon = clock.time() - windows.millis(window);
            for (Due due : holders.due(window, Due.day(horizon), SLICE)) {
                holders.holder(due.reference()).ifPresent(holder -> leave(holder, window, horizon));
                holders.settle(due);
            }
        }
    }

    /** An equal copy brings no text the desk does not hold; it need only be found by its own address. */
    private static Holder holder(Arrival arrival, Finding finding, UUID cluster) {
        Sketch sketch = arrival.sketch();
        boolean copy = finding.rule() == Rule.EXACT_FINGERPRINT;
        boolean keepsText = !copy || sketch.urlKey().isPresent();
        return new Holder(
                arrival.reference(),
                arrival.time(),
                arrival.articleId(),
                arrival.revision(),
                cluster,
                sketch.exact(),
                finding.lowerRevision() ? OptionalLong.empty() : sketch.urlKey(),
                copy ? List.of() : sketch.keys(),
                keepsText ? sketch.shingles() : Optional.empty());
    }

    private static List<LookupKey> lookupKeys(Holder holder) {
        List<LookupKey> keys = new ArrayList<>();
        holder.exact().map(LookupKey::exact).ifPresent(keys::add);
        if (holder.urlKey().isPresent()) {
            keys.add(LookupKey.url(holder.urlKey().getAsLong()));
        }
        holder.keys().stream().map(LookupKey::shingle).forEach(keys::add);
        return keys;
    }

    private void enter(LookupKey key, Holder holder) {
        List<Held> before = holders.held(key);
        List<Held> held = new ArrayList<>();
        held.add(new Held(holder.reference(), holder.time()));
        before.stream().limit(DuplicateThresholds.MAX_KEY_ARTICLES - 1).forEach(held::add);
        holders.put(key, held);
    }

    private Revisions revisions(Arrival arrival, UUID cluster) {
        Revisions.Seen seen = new Revisions.Seen(
                arrival.revision(), arrival.contentSha256(), arrival.reference(), arrival.time(), cluster);
        return holders.revisions(arrival.articleId())
                .map(known -> known.plus(seen))
                .orElseGet(() -> new Revisions(List.of(seen)));
    }

    private void leave(Holder holder, Window window, long horizon) {
        switch (window) {
            case NEAR -> {
                holder.keys().stream().map(LookupKey::shingle).forEach(key -> prune(key, horizon));
                holders.put(holder.withoutText());
            }
            case EXACT -> {
                lookupKeys(holder).forEach(key -> prune(key, horizon));
                holders.removeHolder(holder.reference());
                forgetRevisions(holder.articleId(), horizon);
            }
        }
    }

    private void prune(LookupKey key, long horizon) {
        List<Held> before = holders.held(key);
        List<Held> after =
                before.stream().filter(held -> held.time() >= horizon).toList();
        if (after.size() < before.size()) {
            holders.put(key, after);
        }
    }

    private void forgetRevisions(UUID articleId, long horizon) {
        boolean over = holders.revisions(articleId).stream()
                .flatMap(revisions -> revisions.seen().stream())
                .allMatch(seen -> seen.time() < horizon);
        if (over) {
            holders.removeRevisions(articleId);
        }
    }
}
