package dev.tidings.streams.failure;

import dev.tidings.kafka.serde.RegistryUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that died, but not for ever: a thread that keeps dying means a fault that another thread meets
 * again, and replacing it endlessly would hide that. Waiting for the registry costs nothing of the budget. Safe for use
 * by many threads.
 */
public final class RestartBudget implements StreamsUncaughtExceptionHandler {

    /** How many threads are replaced within {@link #WINDOW}. */
    public static final int RESTARTS = 5;

    /** Time over which restarts are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(RestartBudget.class);

    private final String application;
    private final InstantSource clock;
    private final Consumer<String> onEnd;
    private final Deque<Instant> restarts = new ArrayDeque<>();

    /**
     * Makes the budget of one application.
     *
     * @param application its name, for messages
     * @param onEnd called with one line for people when no thread is replaced any more
     */
    public RestartBudget(String application, InstantSource clock, Consumer<String> onEnd) {
        this.application = application;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable error) {
        // First, since a registry that refuses this client is waited for, unlike a broker that does.
        if (findCause(error, RegistryUnavailableException.class).isPresent()) {
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        Optional<String> hopeless = isHopeless(error);
        if (hopeless.isPresent()) {
            return endApplication(hopeless.get());
        }
        if (!spendRestart()) {
            return endApplication("its threads died " + (RESTARTS + 1) + " times within " + WINDOW.toMinutes()
                    + " minutes, at last of " + rootCause(error));
        }
        LOG.warn("{}: thread {} of {} is replaced: {}", application, restarts.size(), RESTARTS, rootCause(error));
        LOG.debug("{}: why the thread died", application, error);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Takes one restart out of the budget; returns whether there was one left. */
    public synchronized boolean spendRestart() {
        Instant now = clock.instant();
        while (!restarts.isEmpty() && restarts.peekFirst().isBefore(now.minus(WINDOW))) {
            restarts.removeFirst();
        }
        return restarts.size() < RESTARTS && restarts.add(now);
    }

    private StreamThreadExceptionResponse endApplication(String reason) {
        onEnd.accept(application + " stops: " + reason);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Optional<String> isHopeless(Throwable error) {
        return findCause(error, MissingSourceTopicException.class)
                .map(missing -> "a topic it reads is gone; start again to create it")
                .or(() -> findCause(error, RemadeTopicException.class).map(Throwable::getMessage))
                .or(() -> findCause(error, FencedInstanceIdException.class)
                        .map(fenced ->
                                "another process runs under the same instance name; give one of them --instance"))
                .or(() -> findCause(error, AuthorizationException.class).map(RestartBudget::rootCause))
                .or(() -> findCause(error, AuthenticationException.class).map(RestartBudget::rootCause));
    }

    private static <T extends Throwable> Optional<T> findCause(Throwable error, Class<T> type) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Returns the cause of all causes in one line. */
    public static String rootCause(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + message;
    }
}
