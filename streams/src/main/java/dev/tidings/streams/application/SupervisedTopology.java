package dev.tidings.streams.application;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.RestoreState;
import dev.tidings.streams.failure.RemadeTopicException;
import dev.tidings.streams.failure.RestartBudget;
import dev.tidings.streams.recovery.DamagedState;
import dev.tidings.streams.recovery.LocalState;
import dev.tidings.streams.recovery.Stage;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.TopologyDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topology that is started anew when its state is damaged, or its topics are no longer what it was started with. One
 * thread starts it and looks after it; the others may ask and close it.
 */
final class SupervisedTopology {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedTopology.class);

    private final TopologyDefinition definition;
    private final Properties config;
    private final Stage stage;
    private final Supervision supervision;
    private final LocalState state;
    private final TopicWatch topics;
    private final RestartBudget budget;
    private final AtomicReference<@Nullable Doubt> doubt = new AtomicReference<>();
    private volatile @Nullable RunningTopology running;
    private final AtomicInteger starts = new AtomicInteger();
    private volatile boolean closing;
    private volatile boolean ended;

    /** Makes it; nothing is started yet. */
    SupervisedTopology(
            TopologyDefinition definition, Properties config, Stage stage, TopicWatch topics, Supervision supervision) {
        this.definition = definition;
        this.config = config;
        this.stage = stage;
        this.supervision = supervision;
        this.state = new LocalState(stage.folder());
        this.topics = topics;
        OwnMembers members = new OwnMembers(supervision.broker(), config, () -> closing);
        this.budget = new RestartBudget(
                stage.name(),
                supervision.clock(),
                () -> members.isNameTaken() || closing,
                this::endUnlessTopicsChanged);
    }

    /**
     * Why it is to be started anew.
     *
     * @param reason in words
     * @param error what its threads died of; null when its topics changed
     */
    private record Doubt(String reason, @Nullable Throwable error) {}

    /**
     * Prepares its state and starts its threads.
     *
     * @throws SettingsException when it must not start, or its state cannot be opened
     */
    void start() {
        ResumePoint resumePoint = supervision
                .recovery()
                .map(recovery -> recovery.prepareStart(stage))
                .orElseGet(ResumePoint::beginning);
        topics.begin();
        closing = false;
        while (!open(resumePoint)) {
            LOG.debug("{}: opening its state again", stage.name());
        }
    }

    /** Returns whether it was started; where not, damaged state has been thrown away and another try is worthwhile. */
    private boolean open(ResumePoint resumePoint) {
        RunningTopology next = new RunningTopology(
                definition.resumingAt(resumePoint),
                config,
                supervision.clock(),
                resumePoint,
                new Threads(starts.incrementAndGet()));
        running = next;
        try {
            next.start();
            return true;
        } catch (StreamsException e) {
            next.close(supervision.closeTimeout());
            if (!discardDamaged(e)) {
                throw new SettingsException(stage.name() + ": its state in " + stage.folder() + " cannot be opened: "
                        + RestartBudget.rootCause(e) + "; see to the rights of the folder and the room on its disk");
            }
            return false;
        }
    }

    private boolean discardDamaged(Throwable error) {
        Optional<String> damage = DamagedState.discardDamaged(state, error);
        damage.ifPresent(what -> LOG.warn(
                "{}: its state in {} was damaged ({}); it was thrown away and is restored from the changelogs",
                stage.name(),
                stage.folder(),
                what));
        return damage.isPresent();
    }

    /** The threads of one start. */
    private final class Threads implements RunningTopology.EndOfThreads {

        private final int start;

        Threads(int start) {
            this.start = start;
        }

        @Override
        public StreamThreadExceptionResponse threadDies(Throwable error) {
            if (supervision.disk().isCauseOf(error)) {
                supervision.disk().awaitRoom();
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
            Optional<Doubt> why = findDoubt(error);
            if (why.isEmpty() || !budget.spendRestart()) {
                return budget.handle(error);
            }
            callSupervisor(why.get());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }

        @Override
        public void allHaveEnded() {
            if (start == starts.get() && doubt.get() == null) {
                end("its threads have ended");
            }
        }
    }

    private Optional<Doubt> findDoubt(Throwable error) {
        if (DamagedState.describeDamage(error).isPresent()) {
            return Optional.of(new Doubt("its state is damaged", error));
        }
        // A broker that has just come back can say that the group stands nowhere. Whether it does, or the topic is
        // another one, is looked at before the next start.
        boolean sentBack = supervision.recovery().isPresent() && RemadeTopicException.isCauseOf(error);
        return sentBack
                ? Optional.of(new Doubt("it was given records again that lie before its committed offset", null))
                : Optional.empty();
    }

    private void endUnlessTopicsChanged(String reason) {
        if (closing) {
            return;
        }
        Optional<String> change = findChange();
        if (change.isPresent()) {
            callSupervisor(new Doubt(change.get(), null));
        } else {
            supervision.onEnd().accept(reason);
        }
    }

    private void callSupervisor(Doubt why) {
        doubt.compareAndSet(null, why);
        supervision.wakeUp().run();
    }

    /** Only what can be prepared again is started anew for its topics. */
    private Optional<String> findChange() {
        return supervision.recovery().isPresent() ? topics.findChange() : Optional.empty();
    }

    /** Starts it anew when it has to be. */
    void lookAfter() {
        Optional.ofNullable(running).ifPresent(RunningTopology::noteCommits);
        if (doubt.get() == null) {
            findChange().ifPresent(change -> doubt.compareAndSet(null, new Doubt(change, null)));
        }
        Doubt why = doubt.get();
        if (why != null && !ended) {
            restart(why);
        }
    }

    private void restart(Doubt why) {
        LOG.warn("{}: {}; it is started anew", stage.name(), why.reason());
        if (!close(supervision.closeTimeout())) {
            end(why.reason() + ", and its threads wait for it; start it again");
            return;
        }
        try {
            if (why.error() != null) {
                discardDamaged(why.error());
            }
            topics.requireSources();
            starts.incrementAndGet();
            doubt.set(null);
            start();
        } catch (SettingsException e) {
            end(String.valueOf(e.getMessage()));
        } catch (DependencyUnreachableException e) {
            LOG.warn("{}: {}; it is tried again", stage.name(), e.getMessage());
            doubt.set(why);
        }
    }

    private void end(String reason) {
        ended = true;
        supervision.onEnd().accept(stage.name() + " stops: " + reason);
    }

    /** Returns what keeps it from working; empty when it works. */
    Optional<String> findObstacle(Duration longestStall) {
        Doubt why = doubt.get();
        RunningTopology now = running;
        if (why != null || now == null) {
            return Optional.of(stage.name() + ": " + (why == null ? "not started" : why.reason()));
        }
        return now.findObstacle(longestStall);
    }

    String name() {
        return stage.name();
    }

    /** Returns how many offsets it has fetched and not committed. */
    long uncommittedOffsets() {
        RunningTopology now = running;
        return now == null ? 0 : now.uncommittedOffsets();
    }

    /** Returns the metrics of Kafka's own; none before it has started. */
    Map<MetricName, ? extends Metric> kafkaMetrics() {
        RunningTopology now = running;
        return now == null ? Map.of() : now.kafkaMetrics();
    }

    /** Returns how far its state is restored; empty when nothing is being restored. */
    Optional<RestoreState> restoreState() {
        return Optional.ofNullable(running).flatMap(RunningTopology::restoreState);
    }

    /** Returns how much its stores hold in this process. */
    List<StoreSize> storeSizes() {
        RunningTopology now = running;
        return now == null ? List.of() : now.storeSizes();
    }

    /**
     * Returns the part of its log that has to stay, see {@link RunningTopology#logHorizon}.
     *
     * @param keep how far behind its clock records have to stay
     */
    Optional<LogTrimmer.Horizon> logHorizon(Duration keep) {
        RunningTopology now = running;
        return now == null ? Optional.empty() : now.logHorizon(keep);
    }

    /** Ends its threads after their commit; returns whether they did in time. */
    boolean close(Duration timeout) {
        closing = true;
        RunningTopology now = running;
        return now == null || now.close(timeout);
    }
}
