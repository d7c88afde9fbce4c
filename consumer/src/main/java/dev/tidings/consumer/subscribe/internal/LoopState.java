package dev.tidings.consumer.subscribe.internal;

/** The life of a {@link PollLoop}, in order; RUNNING and WAITING may alternate. */
public enum LoopState {
    /** Not a member of its group yet, or not told where to start. */
    JOINING,
    /** Reading; what has been read is done. */
    RUNNING,
    /** In its group, but something that is needed does not answer: nothing is read until it does. */
    WAITING,
    /** Ended. */
    CLOSED
}
