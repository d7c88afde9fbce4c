package dev.tidings.app.status;

import dev.tidings.kafka.health.ReceivedHeartbeat;
import dev.tidings.schemas.Heartbeat;
import dev.tidings.schemas.ProcessState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How a process stands.
 *
 * @param process kind and name
 * @param state starting, ready, waiting, stopped, failed, or silent when its heartbeats have stopped
 * @param version of its program; empty when it was not packaged
 * @param host its machine
 * @param pid its process id there
 * @param started when it began
 * @param upSeconds how long it has run, or had when it was last heard of
 * @param heardSeconds how long ago it was heard of last
 * @param stateSeconds how long it has been in its state
 * @param obstacles what keeps it from working, one line each
 * @param groups consumer groups it works in
 * @param metricsUrl where it serves its metrics; empty when it serves none
 */
public record ProcessStatus(
        String process,
        String state,
        String version,
        String host,
        long pid,
        Instant started,
        long upSeconds,
        long heardSeconds,
        long stateSeconds,
        List<String> obstacles,
        List<String> groups,
        String metricsUrl) {
    static final String SILENT = "silent";

    /** Keeps copies of the lists. */
    public ProcessStatus {
        obstacles = List.copyOf(obstacles);
        groups = List.copyOf(groups);
    }

    /** Returns the state of a process that was heard of. */
    static ProcessStatus of(ReceivedHeartbeat received, Instant now) {
        Heartbeat heartbeat = received.heartbeat();
        return new ProcessStatus(
                heartbeat.getProcess(),
                stateText(received, now),
                heartbeat.getVersion(),
                heartbeat.getHost(),
                heartbeat.getPid(),
                heartbeat.getStarted(),
                seconds(Duration.between(heartbeat.getStarted(), heartbeat.getSent())),
                seconds(received.age(now)),
                seconds(Duration.between(heartbeat.getStateSince(), heartbeat.getSent())),
                heartbeat.getObstacles(),
                heartbeat.getGroups(),
                heartbeat.getMetricsUrl());
    }

    private static String stateText(ReceivedHeartbeat received, Instant now) {
        ProcessState state = received.heartbeat().getState();
        boolean isLastWord = state == ProcessState.STOPPED || state == ProcessState.FAILED;
        return !isLastWord && received.isOverdue(now) ? SILENT : state.name().toLowerCase(Locale.ROOT);
    }

    private static long seconds(Duration duration) {
        return Math.max(0, duration.toSeconds());
    }

    boolean isAlive() {
        return !isOver();
    }

    private boolean isOver() {
        return List.of(SILENT, "stopped", "failed").contains(state);
    }

    /** Returns where it runs, as people read it. */
    public String placeText() {
        return host + ", pid " + pid;
    }
}
