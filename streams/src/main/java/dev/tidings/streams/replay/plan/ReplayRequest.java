package dev.tidings.streams.replay.plan;

import dev.tidings.kafka.settings.RecordTime;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is to be replayed.
 *
 * @param name name of the run, {@code [a-z0-9-]{1,40}}
 * @param from first raw time whose output is wanted; empty = from the beginning of raw
 * @param to first raw time no longer wanted; empty = to the end of raw when the run is planned
 * @param warmUp for how long before the start state is warmed with output muted; empty = from the beginning of raw
 */
public record ReplayRequest(String name, Optional<Instant> from, Optional<Instant> to, Optional<Duration> warmUp) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * Refuses what cannot be replayed.
     *
     * @throws SettingsException when the name is no such name, the range ends before it begins, or range or warm-up
     *     reach beyond what records can be
     */
    public ReplayRequest {
        checkName(name);
        from.ifPresent(time -> RecordTime.checkTime("--from", time));
        to.ifPresent(time -> RecordTime.checkTime("--to", time));
        checkWarmUp(from, warmUp);
        // As finely as the record of the run keeps them, so that the same request is recognised.
        from = from.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        to = to.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        warmUp = warmUp.map(duration -> duration.truncatedTo(ChronoUnit.MILLIS));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new SettingsException("--to " + to.get() + " is not after --from " + from.get()
                    + "; the range holds the times from --from to just before --to");
        }
    }

    private static void checkWarmUp(Optional<Instant> from, Optional<Duration> warmUp) {
        warmUp.ifPresent(duration -> {
            RecordTime.checkDuration("--warm-up", duration);
            from.ifPresent(time -> RecordTime.timeBefore("--warm-up", time, duration));
        });
    }

    public static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new SettingsException(
                    "'" + name + "' is no name of a run: expected 1 to 40 of the characters a-z, 0-9 and '-'");
        }
    }

    /** Returns the range in words. */
    public String inWords() {
        return from.map(Instant::toString).orElse("the beginning") + " to "
                + to.map(Instant::toString).orElse("the end") + ", warm-up "
                + warmUp.map(Duration::toString).orElse("from the beginning");
    }
}
