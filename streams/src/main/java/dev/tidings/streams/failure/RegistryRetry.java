package dev.tidings.streams.failure;

import dev.tidings.kafka.serde.RegistryUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries while the schema registry does not answer: no record is to blame, so none becomes a dead letter.
 *
 * <p>The retries of one call take less time than a transaction may last. After that the thread fails, its transaction
 * is aborted, another thread takes over and retries in turn, for as long as it takes.
 */
public final class RegistryRetry {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRetry.class);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final BooleanSupplier stopping;
    private final LongSupplier nanoClock;
    private final long pauseNanos;

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
        boolean told = false;
        while (true) {
            try {
                return attempt.get();
            } catch (RegistryUnavailableException e) {
                if (stopping.getAsBoolean() || nanoClock.getAsLong() - start >= MAX_PAUSE.toNanos()) {
                    throw e;
                }
                if (!told) {
                    LOG.warn("{}; waiting for it", e.getMessage());
                    told = true;
                }
                LockSupport.parkNanos(pauseNanos);
            }
        }
    }
}
