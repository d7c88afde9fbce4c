package dev.tidings.streams.duplicate;

import dev.tidings.streams.dedup.match.DuplicateThresholds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The holders that an arrival is compared with: those within the window that share a key with it. */
final class Candidates {

    private final Holders holders;
    private final Windows windows;

    Candidates(Holders holders, Windows windows) {
        this.holders = holders;
        this.windows = windows;
    }

    /** Returns the holders of the same fingerprint, newest first. */
    List<Holder> exact(Arrival arrival) {
        return arrival.sketch().exact().map(LookupKey::exact).stream()
                .flatMap(key -> strangers(key, arrival))
                .toList();
    }

    /** Returns the current holder of the same address. */
    Optional<Holder> sameUrl(Arrival arrival) {
        return arrival.sketch().urlKey().isEmpty()
                ? Optional.empty()
                : strangers(LookupKey.url(arrival.sketch().urlKey().getAsLong()), arrival)
                        .findFirst();
    }

    /** Returns the holders that share a shingle key, each once, but none by a key that everybody has. */
    List<Holder> similar(Arrival arrival) {
        Set<Reference> references = new LinkedHashSet<>();
        for (long key : arrival.sketch().keys()) {
            List<Held> visible = visible(LookupKey.shingle(key), Windows.Window.NEAR, arrival.time());
            if (visible.size() < DuplicateThresholds.MAX_KEY_ARTICLES) {
                visible.stream()
                        .limit(DuplicateThresholds.MAX_COMPARED_ARTICLES)
                        .map(Held::reference)
                        .forEach(references::add);
            }
        }
        List<Holder> found = new ArrayList<>();
        for (Reference reference : references) {
            holders.holder(reference)
                    .filter(holder -> stranger(holder, arrival))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Stream<Holder> strangers(LookupKey key, Arrival arrival) {
        return visible(key, Windows.Window.EXACT, arrival.time()).stream()
                .flatMap(held -> holders.holder(held.reference()).stream())
                .filter(holder -> stranger(holder, arrival));
    }

    private List<Held> visible(LookupKey key, Windows.Window window, long time) {
        long reach = windows.millis(window);
        return holders.held(key).stream()
                .filter(held -> Math.abs(held.time() - time) <= reach)
                .toList();
    }

    private static boolean stranger(Holder holder, Arrival arrival) {
        return !holder.articleId().equals(arrival.articleId());
    }
}
