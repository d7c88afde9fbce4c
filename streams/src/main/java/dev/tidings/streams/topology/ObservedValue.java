package dev.tidings.streams.topology;

/** A value between two steps that has something to tell whoever measures them. */
public interface ObservedValue {

    /** Tells it. */
    void tellObserver(StageObserver observer);
}
