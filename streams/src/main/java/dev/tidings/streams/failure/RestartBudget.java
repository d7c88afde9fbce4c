package dev.tidings.streams.failure;

import dev.tidings.kafka.admin.RetryBudget;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    private final RetryBudget restarts;
    private final BooleanSupplier nameTaken;
    private final Consumer<String> onEnd;

    /**
     * Makes the budget of one application.
     *
     * @param application its name, for messages
     * @param nameTaken asked on the thread that its group has shut out: whether another process has its name
     * @param onEnd called with one line for people when no thread is replaced any more
     */
    public RestartBudget(String application, InstantSource clock, BooleanSupplier nameTaken, Consumer<String> onEnd) {
        this.application = application;
        this.restarts = new RetryBudget(RESTARTS, WINDOW, clock);
        this.nameTaken = nameTaken;
        this.onEnd = onEnd;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable error) {
        // First, since a registry that refuses this client is waited for, unlike a broker that does.
        if (findCause(error, RegistryUnavailableException.class).isPresent()) {
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        Optional<String> hopeless = isHopeless(error);
        if (hopeless.isPresent()) {
            return endApplication(hopeless.get());
        }
        int restart = restarts.spend();
        if (restart == 0) {
            return endApplication("its threads died " + (RESTARTS + 1) + " times within " + WINDOW.toMinutes()
                    + " minutes, at last of " + causeOf(error));
        }
        LOG.warn("{}: thread {} of {} is replaced: {}", application, restart, RESTARTS, causeOf(error));
        LOG.debug("{}: why the thread died", application, error);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Takes one restart out of the budget; returns whether there was one left. */
    public boolean spendRestart() {
        return restarts.spend() > 0;
    }

    private StreamThreadExceptionResponse endApplication(String reason) {
        onEnd.accept(application + " stops: " + reason);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private Optional<String> isHopeless(Throwable error) {
        return findCause(error, MissingSourceTopicException.class)
                .map(missing -> "a topic it reads is gone; start again to create it")
                .or(() -> findCause(error, RemadeTopicException.class).map(Throwable::getMessage))
                .or(() -> findCause(error, FencedInstanceIdException.class)
                        .filter(fenced -> nameTaken.getAsBoolean())
                        .map(fenced ->
                                "another process runs under the same instance name; give one of them --instance"))
                .or(() -> findCause(error, AuthorizationException.class).map(RestartBudget::rootCause))
                .or(() -> findCause(error, AuthenticationException.class).map(RestartBudget::rootCause));
    }

    /** Kafka says of every member that is shut out that another one has come, also where none has. */
    private static String causeOf(Throwable error) {
        return findCause(error, FencedInstanceIdException.class)
                .map(fenced -> "its group has shut it out, and no other process is known to have its name")
                .orElseGet(() -> rootCause(error));
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
