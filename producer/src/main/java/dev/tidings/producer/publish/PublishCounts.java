package dev.tidings.producer.publish;

import dev.tidings.producer.source.SourceRoot;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the outcomes of inputs and passes them on to a listener. Safe for use by many threads. */
public final class PublishCounts {

    private final PublishListener listener;
    private final Map<PublishOutcome.InputOutcome, Long> outcomes = new EnumMap<>(PublishOutcome.InputOutcome.class);
    private final TreeMap<String, Long> skipped = new TreeMap<>();
    private final TreeMap<String, Long> deadLettered = new TreeMap<>();
    private long found;

    public PublishCounts(PublishListener listener) {
        this.listener = listener;
    }

    public synchronized void inputEnded(PublishOutcome outcome) {
        found++;
        outcomes.merge(outcome.outcome(), 1L, Long::sum);
        switch (outcome.outcome()) {
            case SKIPPED -> skipped.merge(outcome.reason(), 1L, Long::sum);
            case DEAD_LETTERED -> deadLettered.merge(outcome.reason(), 1L, Long::sum);
            case PUBLISHED, REVISED, UNCHANGED -> {}
        }
        listener.inputEnded(outcome);
    }

    public synchronized void rootWatched(SourceRoot sourceRoot) {
        listener.rootWatched(sourceRoot);
    }

    public synchronized void notice(String line) {
        listener.notice(line);
    }

    public synchronized PublishSummary summarise(Duration elapsed, VerdictCounts verdicts, boolean stopped) {
        long revised = count(PublishOutcome.InputOutcome.REVISED);
        return new PublishSummary(
                found,
                count(PublishOutcome.InputOutcome.PUBLISHED) + revised,
                revised,
                count(PublishOutcome.InputOutcome.UNCHANGED),
                skipped,
                deadLettered,
                elapsed,
                verdicts.first(),
                verdicts.countsByOutcome(),
                verdicts.missing(),
                stopped);
    }

    private long count(PublishOutcome.InputOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
