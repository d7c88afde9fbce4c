package dev.tidings.streams.replay.run;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.schemas.ReplayState;
import dev.tidings.streams.replay.output.ReplayOutput;
import dev.tidings.streams.replay.plan.ReplayPlan;
import dev.tidings.streams.replay.plan.ReplayPlan.Range;
import dev.tidings.streams.replay.plan.ReplayRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes and reads the records of runs: request, plan, versions and result.
 *
 * <p>Not part of the API: public for the tests of plans.
 */
public final class RunRecords {

    private RunRecords() {}

    /** Returns the record of a run that begins. */
    public static ReplayRun begunRun(ReplayRequest request, ReplayPlan plan, Map<String, String> versions) {
        ReplayRun run = ReplayRun.newBuilder()
                .setName(request.name())
                .setState(ReplayState.RUNNING)
                .setFrom(request.from().orElse(null))
                .setTo(request.to().orElse(null))
                .setWarmUpMillis(request.warmUp().map(Duration::toMillis).orElse(null))
                .build();
        Map<String, Long> warmUps = new TreeMap<>();
        Map<String, Long> starts = new TreeMap<>();
        Map<String, Long> ends = new TreeMap<>();
        plan.ranges().forEach((partition, range) -> {
            warmUps.put(String.valueOf(partition), range.warmUp());
            starts.put(String.valueOf(partition), range.start());
            ends.put(String.valueOf(partition), range.end());
        });
        run.setWarmUpOffsets(warmUps);
        run.setStartOffsets(starts);
        run.setEndOffsets(ends);
        run.setVersions(new TreeMap<>(versions));
        return run;
    }

    /** Returns the record of the same run with its result. */
    static ReplayRun finishedRun(ReplayRun run, ReplayOutput output) {
        return ReplayRun.newBuilder(run)
                .setState(ReplayState.DONE)
                .setRecordCounts(new TreeMap<>(output.counts()))
                .setOutputSha256(output.sha256())
                .setDeadLettersSha256(output.deadLettersSha256())
                .build();
    }

    /** Returns what was asked for. */
    public static ReplayRequest requestOf(ReplayRun run) {
        return new ReplayRequest(
                run.getName(), run.getFrom(), run.getTo(), run.getWarmUpMillis().map(Duration::ofMillis));
    }

    /** Returns the plan. */
    public static ReplayPlan planOf(ReplayRun run) {
        Map<Integer, Range> ranges = new HashMap<>();
        run.getEndOffsets()
                .forEach((partition, end) -> ranges.put(
                        Integer.valueOf(partition),
                        new Range(
                                run.getWarmUpOffsets().getOrDefault(partition, 0L),
                                run.getStartOffsets().getOrDefault(partition, 0L),
                                end)));
        return new ReplayPlan(ranges);
    }

    /**
     * Refuses a record whose request or plan cannot be what we wrote: it would fail wherever the run is shown.
     *
     * @throws SettingsException when the request is none
     * @throws IllegalArgumentException when the plan is none
     */
    static void checkReadable(ReplayRun run) {
        requestOf(run);
        planOf(run);
    }

    /**
     * Refuses to go on with a run for another request.
     *
     * @throws SettingsException when the range differs
     */
    public static void checkSameRange(ReplayRun run, ReplayRequest request) {
        if (!requestOf(run).equals(request)) {
            throw new SettingsException("run " + run.getName() + " is from "
                    + requestOf(run).inWords() + ", not from " + request.inWords()
                    + "; give this one another --name, or 'tidings replay drop " + run.getName() + "' first");
        }
    }

    /**
     * Refuses to take one version or setting for another: a run has one result.
     *
     * @throws SettingsException when a version or a setting differs
     */
    public static void checkSameVersions(ReplayRun run, Map<String, String> versions) {
        Map<String, String> before = run.getVersions();
        String differences = Stream.concat(before.keySet().stream(), versions.keySet().stream())
                .distinct()
                .sorted()
                .filter(name -> !Objects.equals(before.get(name), versions.get(name)))
                .map(name ->
                        name + " " + before.getOrDefault(name, "none") + ", now " + versions.getOrDefault(name, "none"))
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            String was = run.getState() == ReplayState.DONE ? "was done" : "was begun";
            throw new SettingsException("run " + run.getName() + " " + was + " with other versions or settings ("
                    + differences + "); give this one another --name, or 'tidings replay drop " + run.getName()
                    + "' first");
        }
    }
}
