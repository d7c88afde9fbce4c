package dev.tidings.producer.publish;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a publish did, in numbers. {@code found = published + unchanged + skipped + deadLettered}, always.
 *
 * @param found inputs found
 * @param published articles published, the revised ones among them
 * @param revised articles published again with changed content
 * @param unchanged inputs published before with this content
 * @param skippedByReason inputs passed over, by reason code
 * @param deadLetteredByReason inputs kept among the dead letters, by reason code
 * @param elapsed time from the start to the end of the publish
 * @param verdicts what became of the first {@link VerdictCounts#MAX_LISTED} articles, in the order of arrival; a
 *     listener hears of all; empty when nobody waited
 * @param verdictsByOutcome how many articles had which outcome, by its code ({@code enriched}), all of them counted;
 *     empty when nobody waited
 * @param undecided articles whose verdict did not arrive in time; 0 when nobody waited
 * @param stopped true when the publish was stopped before its end
 */
public record PublishSummary(
        long found,
        long published,
        long revised,
        long unchanged,
        SortedMap<String, Long> skippedByReason,
        SortedMap<String, Long> deadLetteredByReason,
        Duration elapsed,
        List<ArticleVerdict> verdicts,
        SortedMap<String, Long> verdictsByOutcome,
        long undecided,
        boolean stopped) {

    private static final String DEAD_LETTERED = "dead_lettered";

    /** Freezes the collections. */
    public PublishSummary {
        skippedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(skippedByReason));
        deadLetteredByReason = Collections.unmodifiableSortedMap(new TreeMap<>(deadLetteredByReason));
        verdicts = List.copyOf(verdicts);
        verdictsByOutcome = Collections.unmodifiableSortedMap(new TreeMap<>(verdictsByOutcome));
    }

    /** Returns how many inputs were skipped. */
    public long skipped() {
        return sumOf(skippedByReason);
    }

    /** Returns how many inputs are kept among the dead letters. */
    public long deadLettered() {
        return sumOf(deadLetteredByReason);
    }

    /**
     * Returns whether any input ended as a dead letter: here, or later in the topology as far as that was waited for.
     */
    public boolean anyDeadLettered() {
        return deadLettered() > 0 || verdictsByOutcome.containsKey(DEAD_LETTERED);
    }

    /** Returns how many verdicts have arrived. */
    public long decided() {
        return sumOf(verdictsByOutcome);
    }

    private static long sumOf(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
