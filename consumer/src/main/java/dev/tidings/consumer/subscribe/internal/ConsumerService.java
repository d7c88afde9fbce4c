package dev.tidings.consumer.subscribe.internal;

import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of everything that polls: runs a {@link PollLoop} in a thread of its own, and another one when its group has
 * shut it out though nobody else has its name; keeps the failure that ended it, and closes what the loops worked with. Its methods may be called from any thread, its own included; {@link #start}
 * only once.
 */
public final class ConsumerService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Membership membership;
    private final Resources owned;
    private final Thread thread;
    private volatile PollLoop loop;
    private volatile boolean shutOut;
    private volatile @Nullable Throwable failure;
    private volatile boolean closing;

    /**
     * Makes a service that runs nothing yet.
     *
     * @param name of the thread
     * @param membership opens the loop now, and another one when the group has shut it out by mistake
     * @param owned what the loops work with; closed when the last has ended and {@link #close} was called
     */
    public ConsumerService(String name, Membership membership, Resources owned) {
        this.membership = membership;
        this.owned = owned;
        this.loop = membership.openLoop();
        owned.<AutoCloseable>ownResource(loop::closeConsumer);
        this.thread = new Thread(this::runLoop, name);
    }

    /** Starts the loop. */
    public void start() {
        thread.start();
    }

    private void runLoop() {
        try {
            while (!runUntilShutOut()) {
                loop = membership.openLoop();
                shutOut = false;
            }
        } catch (RuntimeException e) {
            failure = explained(e);
        } catch (Throwable e) {
            // An Error of a subscriber's, say; whoever waits for the end shall see it.
            failure = e;
        } finally {
            if (closing) {
                owned.close();
            }
        }
    }

    /** Returns false when the group has shut the loop out, and another one may join. */
    private boolean runUntilShutOut() {
        if (closing) {
            loop.close();
        }
        try {
            loop.run();
            return true;
        } catch (FencedInstanceIdException e) {
            shutOut = true;
            membership.requireName(e, loop.memberId(), () -> closing);
            return closing;
        }
    }

    private RuntimeException explained(RuntimeException e) {
        if (e instanceof InconsistentGroupProtocolException) {
            return new SettingsException("the group has members of another kind, a Kafka Streams application say, which"
                    + " share their work otherwise; take another group");
        }
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return new SettingsException("Kafka refuses this client: " + e.getMessage());
        }
        return e;
    }

    /** Waits until the loop has ended, because of {@link #close} or a failure, which it then throws. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
        rethrowFailure();
    }

    /**
     * Waits until a condition holds.
     *
     * @return false when it does not within the timeout, the loop has ended before, or the caller was interrupted
     * @throws RuntimeException the failure that ended the loop
     */
    public boolean awaitCondition(BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            boolean over = !isOpen() || System.nanoTime() > deadline;
            if (over || Thread.currentThread().isInterrupted()) {
                rethrowFailure();
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    /** Throws the failure that ended the loop, if one did. */
    public void rethrowFailure() {
        Throwable cause = failure;
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Returns whether the loop owns its partitions, knows where to go on, and waits for nothing. */
    public boolean isReady() {
        return loop.lifecycleState() == LoopState.RUNNING;
    }

    /** Returns the metrics of Kafka's own. */
    public Map<MetricName, ? extends Metric> kafkaMetrics() {
        return loop.kafkaMetrics();
    }

    /** Returns what the loop waits for, in one line; empty when it waits for nothing. */
    public Optional<String> findObstacle() {
        return shutOut
                ? Optional.of("its group has shut it out; looking whether another process has its name")
                : loop.findObstacle();
    }

    /** Returns whether it was started and has not ended. */
    public boolean isOpen() {
        return thread.isAlive();
    }

    /** Returns whether it was started and has ended. */
    public boolean hasEnded() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    /**
     * Ends the loop after what is in hand. Called by its own thread it returns at once, else when the loop has ended,
     * after half a minute at the latest.
     */
    @Override
    public void close() {
        closing = true;
        loop.close();
        if (thread.getState() == Thread.State.NEW) {
            owned.close();
        } else if (Thread.currentThread() != thread) {
            joinThread();
        }
    }

    private void joinThread() {
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("what is in hand takes too long; it is brought again by the next start");
        } else {
            owned.close();
        }
    }
}
