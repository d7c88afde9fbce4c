package dev.tidings.app.cli.replay;

import dev.tidings.app.cli.output.HumanText;
import dev.tidings.app.cli.output.View;
import dev.tidings.schemas.ReplayRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How runs are shown. */
final class ReplayViews {
    /** One run with its result. */
    static final View<ReplayRun> RESULT = View.of(ReplayRun.class)
            .with("run", ReplayRun::getName)
            .with("range", ReplayViews::range)
            .with("enriched", run -> count(run, "enriched"))
            .with("relations", run -> count(run, "relations"))
            .with("stories", run -> count(run, "stories"))
            .with("dead letters", run -> count(run, "dead-letters"))
            .with("output sha256", run -> run.getOutputSha256().orElse(""))
            .with("dead letters sha256", run -> run.getDeadLettersSha256().orElse(""));

    private ReplayViews() {}

    /** What a run reads, in words. */
    static String range(ReplayRun run) {
        return run.getFrom().map(Instant::toString).orElse("the beginning") + " to "
                + run.getTo().map(Instant::toString).orElse("the end") + ", warm-up from "
                + run.getWarmUpMillis()
                        .map(millis -> HumanText.duration(Duration.ofMillis(millis)) + " before")
                        .orElse("the beginning")
                + ", " + offsets(run) + " raw offsets";
    }

    private static long offsets(ReplayRun run) {
        return sum(run.getEndOffsets()) - sum(run.getWarmUpOffsets());
    }

    private static long sum(Map<String, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    static long count(ReplayRun run, String topic) {
        return run.getRecordCounts().getOrDefault(topic, 0L);
    }
}
