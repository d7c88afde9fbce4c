package dev.tidings.streams.replay.run;

import dev.tidings.schemas.ReplayRun;

/** Hears how a run goes, on the thread that runs it. */
public interface ReplayListener {

    /** Hears nothing. */
    ReplayListener NONE = new ReplayListener() {};

    /**
     * The run begins.
     *
     * @param resumed whether an earlier process began it
     */
    default void runBegins(ReplayRun run, boolean resumed) {}

    /** The run goes on; called about once a second. */
    default void runProgresses(ReplayProgress progress) {}
}
