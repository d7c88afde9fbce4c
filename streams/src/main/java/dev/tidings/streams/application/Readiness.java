package dev.tidings.streams.application;

import java.util.List;

/**
 * Whether the process does its work.
 *
 * @param obstacles what keeps it from working, one line each, e.g. {@code dedup: restoring 1200 of 45000 records}; none
 *     when it is ready
 */
public record Readiness(List<String> obstacles) {

    /** Freezes the obstacles. */
    public Readiness {
        obstacles = List.copyOf(obstacles);
    }

    /** Returns whether the process does its work. */
    public boolean isReady() {
        return obstacles.isEmpty();
    }
}
