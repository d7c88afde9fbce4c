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
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** How often in a row Kafka may refuse a transaction: a refusal that lasts is not cured by asking. */
    private static final int REFUSALS = 3;

    /** Where the publishers of the root come from. */
    interface Publishers {

        /** Returns whether Kafka answers; tells within seconds. */
        boolean reachable();

        /** Begins a publisher, which fences all before it. */
        RootPublisher begin();
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
    void run(BooleanSupplier stopped) throws InterruptedException {
        publisher = publishers.begin();
        try {
            while (!stopped.getAsBoolean()) {
                waiting.addAll(files.take(patience()));
                publish(stopped);
                announce();
            }
            if (publisher != null) {
                publisher.commit(commitResult);
            }
        } finally {
            close();
        }
    }

    private Duration patience() {
        return Optional.ofNullable(publisher)
                .flatMap(RootPublisher::untilDue)
                .filter(due -> due.compareTo(PATIENCE) < 0)
                .orElse(PATIENCE);
    }

    private void publish(BooleanSupplier stopped) {
        if (troubled && (System.nanoTime() - retryAt < 0 || !publishers.reachable())) {
            return;
        }
        try {
            offer(reopened(), stopped);
        } catch (PublisherFencedException e) {
            throw e;
        } catch (DependencyUnreachableException e) {
            trouble(e);
        } catch (PublishException e) {
            if (++refusals >= REFUSALS) {
                throw e;
            }
            trouble(e);
        }
    }

    private RootPublisher reopened() {
        RootPublisher open = publisher == null ? publishers.begin() : publisher;
        publisher = open;
        return open;
    }

    private void offer(RootPublisher open, BooleanSupplier stopped) {
        while (!waiting.isEmpty() && !stopped.getAsBoolean()) {
            ScannedInput input = waiting.element();
            offered.put(input.uri(), input);
            offer(open, input, stopped);
            waiting.remove();
        }
        if (troubled) {
            open.commit(commitResult);
            recovered();
        }
        open.commitIfDue(commitResult);
        if (open.untilDue().isEmpty()) {
            offered.clear();
        }
    }

    private void offer(RootPublisher open, ScannedInput input, BooleanSupplier stopped) {
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
            files.again(input);
        } else {
            open.take(preparedInput, commitResult);
        }
    }

    private void recovered() {
        troubled = false;
        refusals = 0;
        pause = FIRST_PAUSE;
        publishCounts.notice("publishing of source '" + files.root().name() + "' goes on");
    }

    /** What was not committed waits again, before all that came later. */
    private void trouble(RuntimeException cause) {
        if (!troubled) {
            publishCounts.notice(cause.getMessage() + "; watching goes on, and publishing as soon as it can");
        }
        troubled = true;
        if (publisher != null) {
            waitAgain(publisher.uncommitted());
        }
        close();
        retryAt = System.nanoTime() + pause.toNanos();
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** The input that was being read has not left the queue. */
    private void waitAgain(List<String> uncommitted) {
        ScannedInput reading = waiting.peek();
        for (int i = uncommitted.size() - 1; i >= 0; i--) {
            ScannedInput input = Objects.requireNonNull(offered.get(uncommitted.get(i)));
            if (reading == null || !input.uri().equals(reading.uri())) {
                waiting.addFirst(input);
            }
        }
    }

    private void announce() {
        if (!announced && files.started() && waiting.isEmpty() && offered.isEmpty()) {
            announced = true;
            publishCounts.watching(files.root());
        }
        Optional<String> now = files.obstacle();
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
