package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a service wait at its start for what it needs, as it does later: whatever starts a machine's services starts
 * them at once, and none is to blame for being ready first. It tells what it waits for, and ends when that takes too
 * long.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class StartupWait {

    private static final Logger LOG = LoggerFactory.getLogger(StartupWait.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration TELL_EVERY = Duration.ofSeconds(30);

    private final Duration limit;
    private final String address;
    private final Predicate<RuntimeException> passing;
    private final LongSupplier nanoTime;
    private final Runnable pause;

    StartupWait(
            Duration limit,
            String address,
            Predicate<RuntimeException> passing,
            LongSupplier nanoTime,
            Runnable pause) {
        this.limit = limit;
        this.address = address;
        this.passing = passing;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** Returns the wait of a service for Kafka and the registry, as long as the settings say. */
    public static StartupWait ofService(Settings settings) {
        return new StartupWait(
                settings.get(ConnectionSettings.START_TIMEOUT),
                settings.get(ConnectionSettings.BOOTSTRAP_SERVERS),
                StartupWait::mayPass,
                System::nanoTime,
                () -> LockSupport.parkNanos(PAUSE.toNanos()));
    }

    /** A refusal is told at once: whoever starts the service has to put it right. */
    private static boolean mayPass(RuntimeException failure) {
        return failure instanceof DependencyUnreachableException silent
                ? !silent.isRefusal()
                : failure instanceof RetriableException;
    }

    /** Returns this wait, which passes over further failures. */
    public StartupWait andFor(Predicate<RuntimeException> more) {
        return new StartupWait(limit, address, passing.or(more), nanoTime, pause);
    }

    /**
     * Does something, again and again while what it needs does not answer.
     *
     * @param stopped whether nobody wants the result any more
     * @throws DependencyUnreachableException when Kafka or the registry has not answered for too long
     * @throws RuntimeException what else the attempt throws
     */
    public <T> T awaitResult(Supplier<T> attempt, BooleanSupplier stopped) {
        long begun = nanoTime.getAsLong();
        long toldAt = begun - TELL_EVERY.toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                long now = nanoTime.getAsLong();
                if (!passing.test(e) || now - begun >= limit.toNanos() || isStopped(stopped)) {
                    throw explained(e);
                }
                if (now - toldAt >= TELL_EVERY.toNanos()) {
                    toldAt = now;
                    LOG.warn(
                            "waiting for {} s of at most {} s: {}",
                            Duration.ofNanos(now - begun).toSeconds(),
                            limit.toSeconds(),
                            explained(e).getMessage());
                }
            }
            pause.run();
        }
    }

    private static boolean isStopped(BooleanSupplier stopped) {
        return stopped.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    private RuntimeException explained(RuntimeException failure) {
        return failure instanceof RetriableException ? KafkaClients.unreachableMessage(address, failure) : failure;
    }
}
