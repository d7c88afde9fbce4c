package dev.tidings.streams.replay.run;

import java.util.List;

/**
 * How far a run is.
 *
 * @param offsets how many raw offsets it reads, transaction markers included
 * @param analysed how many of them are analysed
 * @param share how much of the whole work is done, 0 to 1; an estimate until it is 1
 * @param obstacles what keeps its process from working just now, one line each
 */
public record ReplayProgress(long offsets, long analysed, double share, List<String> obstacles) {

    /** Freezes the obstacles. */
    public ReplayProgress {
        obstacles = List.copyOf(obstacles);
    }
}
