package dev.tidings.producer.publish;

import dev.tidings.producer.publish.verdict.VerdictCounts;
import dev.tidings.producer.source.Root;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts how inputs end and passes it on to whoever listens. Safe for use by many threads. */
final class Account {

    private final PublishListener listener;
    private final Map<PublishOutcome.Ending, Long> endings = new EnumMap<>(PublishOutcome.Ending.class);
    private final TreeMap<String, Long> skipped = new TreeMap<>();
    private final TreeMap<String, Long> deadLettered = new TreeMap<>();
    private long found;

    Account(PublishListener listener) {
        this.listener = listener;
    }

    synchronized void ended(PublishOutcome outcome) {
        found++;
        endings.merge(outcome.ending(), 1L, Long::sum);
        switch (outcome.ending()) {
            case SKIPPED -> skipped.merge(outcome.reason(), 1L, Long::sum);
            case DEAD_LETTERED -> deadLettered.merge(outcome.reason(), 1L, Long::sum);
            case PUBLISHED, REVISED, UNCHANGED -> {}
        }
        listener.ended(outcome);
    }

    synchronized void watching(Root root) {
        listener.watching(root);
    }

    synchronized void notice(String line) {
        listener.notice(line);
    }

    synchronized PublishSummary summary(Duration elapsed, VerdictCounts verdicts, boolean stopped) {
        long revised = count(PublishOutcome.Ending.REVISED);
        return new PublishSummary(
                found,
                count(PublishOutcome.Ending.PUBLISHED) + revised,
                revised,
                count(PublishOutcome.Ending.UNCHANGED),
                skipped,
                deadLettered,
                elapsed,
                verdicts.first(),
                verdicts.byEnding(),
                verdicts.missing(),
                stopped);
    }

    private long count(PublishOutcome.Ending ending) {
        return endings.getOrDefault(ending, 0L);
    }
}
