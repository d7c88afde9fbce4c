package dev.tidings.streams.application;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks after the topologies of a process in a thread of its own, every few seconds and when it is called. */
final class TopologySupervisor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final List<SupervisedTopology> topologies;
    private final Consumer<String> onEnd;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = new Thread(this::lookAfterAll, "supervisor");
    private volatile boolean closed;

    /**
     * Makes it; nothing is looked after yet.
     *
     * @param topologies may grow until {@link #start()}
     * @param onEnd called with one line for people when it cannot go on
     */
    TopologySupervisor(List<SupervisedTopology> topologies, Consumer<String> onEnd) {
        this.topologies = topologies;
        this.onEnd = onEnd;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Makes it look at once. */
    void wakeUp() {
        calls.release();
    }

    private void lookAfterAll() {
        try {
            while (!closed) {
                if (calls.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
                topologies.forEach(this::lookAfter);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            onEnd.accept("a topology cannot be started anew: " + e);
        }
    }

    private void lookAfter(SupervisedTopology topology) {
        if (!closed) {
            topology.lookAfter();
        }
    }

    /** Ends its thread. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
