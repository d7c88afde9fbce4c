package dev.tidings.app.cli.replay;

import dev.tidings.app.cli.output.HumanText;
import dev.tidings.app.cli.output.View;
import dev.tidings.schemas.ReplayRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How runs are shown. */
final class ReplayViews {
    /** One run with its result. */
    static final View<ReplayRun> RESULT = View.of(ReplayRun.class)
            .withColumn("run", ReplayRun::getName)
            .withColumn("range", ReplayViews::rangeText)
            .withColumn("settings", ReplayViews::settingsText)
            .withColumn("enriched", run -> countOf(run, "enriched"))
            .withColumn("relations", run -> countOf(run, "relations"))
            .withColumn("stories", run -> countOf(run, "stories"))
            .withColumn("dead letters", run -> countOf(run, "dead-letters"))
            .withColumn("output sha256", run -> run.getOutputSha256().orElse(""))
            .withColumn("dead letters sha256", run -> run.getDeadLettersSha256().orElse(""));

    private ReplayViews() {}

    /** What a run reads, in words. */
    static String rangeText(ReplayRun run) {
        return run.getFrom().map(Instant::toString).orElse("the beginning") + " to "
                + run.getTo().map(Instant::toString).orElse("the end") + ", warm-up from "
                + run.getWarmUpMillis()
                        .map(millis -> HumanText.durationText(Duration.ofMillis(millis)) + " before")
                        .orElse("the beginning")
                + ", " + offsetsText(run) + " raw offsets";
    }

    /** The settings that the result depends on; versions of algorithms have no point in their names. */
    private static String settingsText(ReplayRun run) {
        return new TreeMap<>(run.getVersions())
                .entrySet().stream()
                        .filter(version -> version.getKey().indexOf('.') >= 0)
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static long offsetsText(ReplayRun run) {
        return sumOf(run.getEndOffsets()) - sumOf(run.getWarmUpOffsets());
    }

    private static long sumOf(Map<String, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    static long countOf(ReplayRun run, String topic) {
        return run.getRecordCounts().getOrDefault(topic, 0L);
    }
}
