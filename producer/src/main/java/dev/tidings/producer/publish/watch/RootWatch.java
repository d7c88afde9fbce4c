package dev.tidings.producer.publish.watch;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.producer.publish.PublishCounts;
import dev.tidings.producer.publish.PublishException;
import dev.tidings.producer.publish.PublisherFencedException;
import dev.tidings.producer.publish.prepare.PreparedInput;
import dev.tidings.producer.publish.prepare.PreparedInputs;
import dev.tidings.producer.publish.transaction.CommitResult;
import dev.tidings.producer.publish.transaction.RootPublisher;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.producer.source.WatchedRoot;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the files of one watched root as they are finished. One publisher stays open; when Kafka is away the files
 * wait, and as soon as it answers a new publisher is begun, which reads the ledger again: nothing is lost or doubled.
 */
final class RootWatch {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);
    /** How often in a row Kafka may refuse a transaction before the watch ends with the error. */
    private static final int REFUSALS = 3;

    /** Makes the publishers of a root. */
    interface Publishers {

        /** Returns whether Kafka answers; takes seconds at most. */
        boolean isReachable();

        /** Opens a publisher, which fences all earlier ones of the root. */
        RootPublisher beginPublisher();
    }

    private final WatchedRoot files;
    private final Publishers publishers;
    private final PublishCounts publishCounts;
    private final CommitResult commitResult;
    /** Finished files that were not offered yet. */
    private final Deque<ScannedInput> waiting = new ArrayDeque<>();
    /** Offered files by uri; those that are not committed are among them. */
    private final Map<String, ScannedInput> offered = new HashMap<>();

    private @Nullable RootPublisher publisher;
    private Optional<String> obstacle = Optional.empty();
    private boolean announced;
    private boolean troubled;
    private int refusals;
    private Duration pause = FIRST_PAUSE;
    private long retryAt;

    RootWatch(WatchedRoot files, Publishers publishers, PublishCounts publishCounts) {
        this.files = files;
        this.publishers = publishers;
        this.publishCounts = publishCounts;
        this.commitResult = new CommitResult(publishCounts, Optional.empty());
    }

    /** Publishes until stopped; what was begun then is committed before this returns. */
    void publishUntilStopped(BooleanSupplier stopped) throws InterruptedException {
        publisher = publishers.beginPublisher();
        try {
            while (!stopped.getAsBoolean()) {
                waiting.addAll(files.takeFiles(pollTimeout()));
                publishSettled(stopped);
                announceStart();
            }
            if (publisher != null) {
                publisher.commitTaken(commitResult);
            }
        } finally {
            close();
        }
    }

    private Duration pollTimeout() {
        return Optional.ofNullable(publisher)
                .flatMap(RootPublisher::untilDue)
                .filter(due -> due.compareTo(PATIENCE) < 0)
                .orElse(PATIENCE);
    }

    private void publishSettled(BooleanSupplier stopped) {
        if (troubled && (System.nanoTime() - retryAt < 0 || !publishers.isReachable())) {
            return;
        }
        try {
            offerInputs(reopenPublisher(), stopped);
        } catch (PublisherFencedException e) {
            throw e;
        } catch (DependencyUnreachableException e) {
            handleTrouble(e);
        } catch (PublishException e) {
            if (++refusals >= REFUSALS) {
                throw e;
            }
            handleTrouble(e);
        }
    }

    private RootPublisher reopenPublisher() {
        RootPublisher open = publisher == null ? publishers.beginPublisher() : publisher;
        publisher = open;
        return open;
    }

    private void offerInputs(RootPublisher open, BooleanSupplier stopped) {
        while (!waiting.isEmpty() && !stopped.getAsBoolean()) {
            ScannedInput input = waiting.element();
            offered.put(input.uri(), input);
            offerInputs(open, input, stopped);
            waiting.remove();
        }
        if (troubled) {
            open.commitTaken(commitResult);
            reportRecovery();
        }
        open.commitIfDue(commitResult);
        if (open.untilDue().isEmpty()) {
            offered.clear();
        }
    }

    private void offerInputs(RootPublisher open, ScannedInput input, BooleanSupplier stopped) {
        try (PreparedInputs articles = open.read(input)) {
            Optional<PreparedInput> next = articles.next();
            while (next.isPresent()) {
                take(open, input, next.get());
                next = stopped.getAsBoolean() ? Optional.empty() : articles.next();
            }
        }
    }

    private void take(RootPublisher open, ScannedInput input, PreparedInput preparedInput) {
        if (preparedInput.isChanging()) {
            files.requeueInput(input);
        } else {
            open.takeInput(preparedInput, commitResult);
        }
    }

    private void reportRecovery() {
        troubled = false;
        refusals = 0;
        pause = FIRST_PAUSE;
        publishCounts.notice("publishing of source '" + files.root().name() + "' goes on");
    }

    /** Reports the problem if it is a new one, closes the publisher, and queues again what was not committed. */
    private void handleTrouble(RuntimeException cause) {
        if (!troubled) {
            publishCounts.notice(cause.getMessage() + "; watching goes on, and publishing as soon as it can");
        }
        troubled = true;
        if (publisher != null) {
            waitAgain(publisher.uncommittedUris());
        }
        close();
        retryAt = System.nanoTime() + pause.toNanos();
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(MAX_PAUSE) < 0 ? doubled : MAX_PAUSE;
    }

    /** Puts inputs back to the front of the queue, apart from the one that is being read and still heads it. */
    private void waitAgain(List<String> uncommitted) {
        ScannedInput reading = waiting.peek();
        for (int i = uncommitted.size() - 1; i >= 0; i--) {
            ScannedInput input = Objects.requireNonNull(offered.get(uncommitted.get(i)));
            if (reading == null || !input.uri().equals(reading.uri())) {
                waiting.addFirst(input);
            }
        }
    }

    private void announceStart() {
        if (!announced && files.isStarted() && waiting.isEmpty() && offered.isEmpty()) {
            announced = true;
            publishCounts.rootWatched(files.root());
        }
        Optional<String> now = files.obstacleMessage();
        if (!now.equals(obstacle)) {
            publishCounts.notice(now.orElse("folder " + files.root().realPath() + " is back"));
            obstacle = now;
        }
    }

    private void close() {
        if (publisher != null) {
            publisher.close();
            publisher = null;
        }
    }
}
