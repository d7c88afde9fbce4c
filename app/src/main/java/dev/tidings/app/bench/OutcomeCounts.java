package dev.tidings.app.bench;

import dev.tidings.app.bench.text.ArticleSupply;
import dev.tidings.app.bench.text.SyntheticArticles;
import dev.tidings.schemas.ArticleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The outcomes of articles, counted from records. For one thread. */
final class OutcomeCounts {
    private static final int NAMED = 3;

    /** Where a record says that its article ended. */
    enum Place {
        PUBLISHED,
        SUPPRESSED,
        DEAD_LETTERED
    }

    /** One record; {@code nanos} is when it was seen. */
    private record Seen(Place place, long nanos) {}

    private final Map<String, Seen> first = new HashMap<>();
    private final List<String> doubled = new ArrayList<>();
    private long lastNanos;

    /** Counts a record. */
    void addOutcome(String id, Place place, long nanos) {
        if (first.putIfAbsent(id, new Seen(place, nanos)) != null) {
            doubled.add(id);
        }
        lastNanos = nanos;
    }

    /** Returns how many articles have an outcome. */
    int count() {
        return first.size();
    }

    /** Returns how many have that outcome. */
    long count(Place place) {
        return first.values().stream().filter(seen -> seen.place() == place).count();
    }

    /** Returns when the last record was seen, in nanoseconds. */
    long lastNanos() {
        return lastNanos;
    }

    /** Returns when an article was seen first, in nanoseconds; it must have been seen. */
    long firstSeenNanos(String id) {
        Seen seen = first.get(id);
        if (seen == null) {
            throw new IllegalArgumentException("nothing was seen of " + id);
        }
        return seen.nanos();
    }

    /** What is wrong with articles that should have ended once each, however; empty when all is well. */
    List<String> findLost(Collection<String> ids) {
        List<String> complaints = new ArrayList<>();
        addComplaint(complaints, "lost", ids.stream().filter(id -> !first.containsKey(id)));
        addComplaint(complaints, "doubled", doubled.stream());
        return complaints;
    }

    /** As {@link #findLost}, or as {@link #findComplaints(SyntheticArticles, String)} where copies are planned. */
    List<String> findComplaints(ArticleSupply.Written written, String root) {
        return written.planned()
                .map(planned -> findComplaints(planned, root))
                .orElseGet(() -> findLost(written.names().stream()
                        .map(name -> articleId(root, name))
                        .toList()));
    }

    /** What is wrong with articles that should have ended once each, none as a dead letter; empty when all is well. */
    List<String> findComplaints(Collection<String> ids) {
        List<String> complaints = findLost(ids);
        addComplaint(complaints, "dead-lettered", ids.stream().filter(id -> hasEnded(id, Place.DEAD_LETTERED)));
        return complaints;
    }

    /**
     * As {@link #findComplaints(Collection)}; of each planned pair exactly one has to be suppressed, and nothing
     * else.
     */
    List<String> findComplaints(SyntheticArticles planned, String root) {
        List<String> complaints = findComplaints(
                planned.fileNames().map(name -> articleId(root, name)).toList());
        addComplaint(
                complaints,
                "suppressed though alike to none",
                planned.originals().stream()
                        .map(name -> articleId(root, name))
                        .filter(id -> hasEnded(id, Place.SUPPRESSED)));
        addComplaint(
                complaints,
                "pairs without exactly one copy",
                planned.copies().stream()
                        .filter(pair -> isSuppressed(root, pair.one()) == isSuppressed(root, pair.other()))
                        .map(SyntheticArticles.Pair::one));
        return complaints;
    }

    private boolean isSuppressed(String root, String name) {
        return hasEnded(articleId(root, name), Place.SUPPRESSED);
    }

    private boolean hasEnded(String id, Place place) {
        Seen seen = first.get(id);
        return seen != null && seen.place() == place;
    }

    /** The id of a file. */
    static String articleId(String root, String name) {
        return ArticleId.of(root + "/" + name);
    }

    private static void addComplaint(List<String> complaints, String what, Stream<String> articles) {
        List<String> all = articles.toList();
        if (!all.isEmpty()) {
            complaints.add(all.size() + " " + what + " ("
                    + String.join(", ", all.subList(0, Math.min(NAMED, all.size()))) + (all.size() > NAMED ? ", …" : "")
                    + ")");
        }
    }
}
