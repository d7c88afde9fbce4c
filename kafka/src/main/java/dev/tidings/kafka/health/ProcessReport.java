package dev.tidings.kafka.health;

import dev.tidings.schemas.ProcessState;
import dev.tidings.schemas.RestoreState;
import java.time.Instant;
import java.util.List;

/**
 * How a process stands.
 *
 * @param state what it does
 * @param since when it came into that state
 * @param obstacles what keeps it from working, or what it failed of, one line each
 * @param restores stages whose state is being restored
 */
public record ProcessReport(ProcessState state, Instant since, List<String> obstacles, List<RestoreState> restores) {

    /** Keeps copies of the lists. */
    public ProcessReport {
        obstacles = List.copyOf(obstacles);
        restores = List.copyOf(restores);
    }
}
