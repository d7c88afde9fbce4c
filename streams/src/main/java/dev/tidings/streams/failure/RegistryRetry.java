package dev.tidings.streams.failure;

import dev.tidings.kafka.serde.RegistryUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries while the schema registry does not answer, or refuses: no record is to blame, so none becomes a dead letter.
 * An outage is told in one line, whichever threads meet it, and so is its end.
 *
 * <p>The retries of one call take less time than a transaction may last. After that the thread fails, its transaction
 * is aborted, another thread takes over and retries in turn, for as long as it takes. Safe for use by many threads.
 */
public final class RegistryRetry {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRetry.class);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** How long a failure counts without another one: a thread is replaced in this time, and its request times out. */
    private static final Duration OUTAGE = Duration.ofSeconds(40);

    private final BooleanSupplier stopping;
    private final LongSupplier nanoClock;
    private final long pauseNanos;
    private Optional<String> outage = Optional.empty();
    private long failedAt;

    /**
     * Makes the retry of a process.
     *
     * @param stopping whether the process is shutting down, which ends every wait
     */
    public RegistryRetry(BooleanSupplier stopping) {
        this(stopping, System::nanoTime, PAUSE);
    }

    RegistryRetry(BooleanSupplier stopping, LongSupplier nanoClock, Duration pause) {
        this.stopping = stopping;
        this.nanoClock = nanoClock;
        this.pauseNanos = pause.toNanos();
    }

    /**
     * Returns what the attempt returns, trying again while the registry does not answer.
     *
     * @throws RegistryUnavailableException when the registry has not answered in time, or the process is shutting down
     */
    public <T> T retryUntilAnswered(Supplier<T> attempt) {
        long start = nanoClock.getAsLong();
        boolean waited = false;
        while (true) {
            try {
                T result = attempt.get();
                if (waited) {
                    noteAnswer();
                }
                return result;
            } catch (RegistryUnavailableException e) {
                long now = nanoClock.getAsLong();
                noteFailure(String.valueOf(e.getMessage()), now);
                if (stopping.getAsBoolean() || now - start >= MAX_PAUSE.toNanos()) {
                    throw e;
                }
                waited = true;
                LockSupport.parkNanos(pauseNanos);
            }
        }
    }

    private synchronized void noteFailure(String message, long now) {
        if (!outage.equals(Optional.of(message)) || now - failedAt > OUTAGE.toNanos()) {
            LOG.warn("waiting: {}", message);
        }
        outage = Optional.of(message);
        failedAt = now;
    }

    private synchronized void noteAnswer() {
        if (outage.isPresent()) {
            LOG.info("the schema registry answers; going on");
        }
        outage = Optional.empty();
    }

    /** Returns what is wrong with the registry, one line, while something waits for it. */
    public synchronized Optional<String> findOutage() {
        return outage.filter(message -> nanoClock.getAsLong() - failedAt <= OUTAGE.toNanos());
    }
}
