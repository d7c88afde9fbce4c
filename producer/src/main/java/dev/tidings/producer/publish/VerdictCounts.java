package dev.tidings.producer.publish;

import dev.tidings.producer.publish.ArticleVerdict.InputOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Verdicts that have arrived: counted by outcome, and the first of them as they are. For one thread. */
public final class VerdictCounts {

    /** Most verdicts that are kept as they are. */
    public static final int MAX_LISTED = 10_000;

    private final Map<InputOutcome, Long> counts = new EnumMap<>(InputOutcome.class);
    private final List<ArticleVerdict> first = new ArrayList<>();
    private long missing;

    /** Counts a verdict. */
    public void add(ArticleVerdict verdict) {
        counts.merge(verdict.outcome(), 1L, Long::sum);
        if (first.size() < MAX_LISTED) {
            first.add(verdict);
        }
    }

    /** Sets how many verdicts did not arrive. */
    public void missing(long articles) {
        missing = articles;
    }

    /** Returns how many verdicts did not arrive. */
    public long missing() {
        return missing;
    }

    /** Returns the first {@link #MAX_LISTED} verdicts in the order of arrival. */
    public List<ArticleVerdict> first() {
        return List.copyOf(first);
    }

    /** Returns the counts by the outcome's code, e.g. {@code dead_lettered}. */
    public SortedMap<String, Long> countsByOutcome() {
        SortedMap<String, Long> byCode = new TreeMap<>();
        counts.forEach((outcome, count) -> byCode.put(outcome.name().toLowerCase(Locale.ROOT), count));
        return byCode;
    }
}
