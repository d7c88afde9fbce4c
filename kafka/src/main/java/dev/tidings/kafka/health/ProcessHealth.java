package dev.tidings.kafka.health;

import dev.tidings.schemas.ProcessState;
import dev.tidings.schemas.RestoreState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The health of this process, from its start to its end. Safe for use by many threads. */
public final class ProcessHealth {

    private final InstantSource clock;
    private Supplier<List<String>> obstacles = List::of;
    private Supplier<List<RestoreState>> restores = List::of;
    private boolean started;
    private boolean stopped;
    private @Nullable String failure;
    private ProcessState state = ProcessState.STARTING;
    private Instant since;

    /** Makes the health of a process that is starting. */
    public ProcessHealth(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /**
     * Notes that it has all that it needs to work.
     *
     * @param whatHinders what keeps it from working from now on, one line each; asked from any thread
     * @param whatIsRestored stages whose state is being restored; asked from any thread
     */
    public synchronized void noteStart(
            Supplier<List<String>> whatHinders, Supplier<List<RestoreState>> whatIsRestored) {
        obstacles = whatHinders;
        restores = whatIsRestored;
        started = true;
    }

    /** Notes that it ends in order. What is noted after an end does not count. */
    public synchronized void noteStop() {
        stopped = true;
    }

    /** Notes what it ends of. */
    public synchronized void noteFailure(String reason) {
        if (!stopped && failure == null) {
            failure = reason;
        }
    }

    /** Returns how it stands now. */
    public synchronized ProcessReport report() {
        List<String> lines = currentObstacles();
        ProcessState now = stateWith(lines);
        if (now != state) {
            state = now;
            since = clock.instant();
        }
        return new ProcessReport(now, since, lines, hasEnded() ? List.of() : restores.get());
    }

    private List<String> currentObstacles() {
        if (failure != null) {
            return List.of(failure);
        }
        return started && !stopped ? obstacles.get() : List.of();
    }

    private ProcessState stateWith(List<String> lines) {
        if (hasEnded()) {
            return failure == null ? ProcessState.STOPPED : ProcessState.FAILED;
        }
        if (!started) {
            return ProcessState.STARTING;
        }
        return lines.isEmpty() ? ProcessState.READY : ProcessState.WAITING;
    }

    private boolean hasEnded() {
        return stopped || failure != null;
    }
}
