package dev.tidings.streams.application;

import static org.apache.kafka.streams.StoreQueryParameters.fromNameAndType;
import static org.apache.kafka.streams.state.QueryableStoreTypes.keyValueStore;

import dev.tidings.kafka.admin.KafkaClients;
import dev.tidings.schemas.RestoreState;
import dev.tidings.streams.application.CommitProgress.Position;
import dev.tidings.streams.topology.LogRetention;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.TopologyDefinition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One application as it runs. */
final class RunningTopology {

    private static final Logger LOG = LoggerFactory.getLogger(RunningTopology.class);

    private final String name;
    private final KafkaStreams streams;
    private final String group;
    private final Optional<LogRetention> retention;
    private final RestoreProgress restores;
    private final CommitProgress commits = new CommitProgress();
    private final InstantSource clock;
    private final ResumePoint resumePoint;

    /** What is to be done when threads end. Called on them. */
    interface EndOfThreads {

        StreamThreadExceptionResponse threadDies(Throwable error);

        void allHaveEnded();
    }

    RunningTopology(
            TopologyDefinition definition,
            Properties config,
            InstantSource clock,
            ResumePoint resumePoint,
            EndOfThreads ends) {
        this.name = definition.name();
        this.resumePoint = resumePoint;
        this.clock = clock;
        this.streams = createStreams(definition, config);
        this.retention = definition.logRetention();
        this.group = config.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        this.restores = new RestoreProgress(name, clock, summary -> LOG.info("{}", summary));
        streams.setGlobalStateRestoreListener(restores);
        streams.setUncaughtExceptionHandler(ends::threadDies);
        streams.setStateListener((state, before) -> {
            if (state == KafkaStreams.State.ERROR) {
                ends.allHaveEnded();
            }
        });
    }

    private static KafkaStreams createStreams(TopologyDefinition definition, Properties config) {
        try {
            return new KafkaStreams(definition.build(), config);
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }

    void start() {
        streams.start();
    }

    /** Returns what keeps it from working; empty when it works. */
    synchronized Optional<String> findObstacle(Duration longestStall) {
        return restores.describeProgress()
                .or(this::notRunning)
                .or(this::rebuildingMemory)
                .or(() -> stalledTasks(longestStall))
                .map(reason -> name + ": " + reason);
    }

    private Optional<String> notRunning() {
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.RUNNING
                ? Optional.empty()
                : Optional.of(state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private Optional<String> rebuildingMemory() {
        long publishedBefore = resumePoint.publishedBefore();
        if (publishedBefore == 0) {
            return Optional.empty();
        }
        return committedPositions().values().stream()
                .map(Position::committed)
                .filter(committed -> committed < publishedBefore)
                .findFirst()
                .map(committed ->
                        "making its memory again, at offset " + Math.max(0, committed) + " of " + publishedBefore);
    }

    private Optional<String> stalledTasks(Duration longest) {
        Duration stall = commits.observePositions(committedPositions(), clock.instant());
        return stall.compareTo(longest) < 0
                ? Optional.empty()
                : Optional.of("no commit for " + stall.toSeconds() + " s while records wait");
    }

    /** Returns where its tasks stand; what they have committed is remembered. */
    private Map<TopicPartition, Position> committedPositions() {
        Map<TopicPartition, Position> positions = new HashMap<>();
        streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .forEach(task -> task.topicPartitions()
                        .forEach(partition -> positions.put(partition, positionOf(task, partition))));
        positions.forEach((partition, position) ->
                resumePoint.committed().advanceTo(partition.partition(), position.committed()));
        return positions;
    }

    private static Position positionOf(TaskMetadata task, TopicPartition partition) {
        return new Position(
                task.committedOffsets().getOrDefault(partition, -1L),
                task.endOffsets().getOrDefault(partition, -1L));
    }

    /** Remembers what it has committed, so that records before it are not taken again whatever a broker says. */
    void noteCommits() {
        committedPositions();
    }

    /** Returns how many offsets it has fetched and not committed. */
    long uncommittedOffsets() {
        return committedPositions().values().stream()
                .filter(Position::isWaiting)
                .mapToLong(position -> position.fetched() + 1 - Math.max(0, position.committed()))
                .sum();
    }

    Map<MetricName, ? extends Metric> kafkaMetrics() {
        return streams.metrics();
    }

    /** Returns how far its state is restored; empty when nothing is being restored. */
    Optional<RestoreState> restoreState() {
        return restores.currentState();
    }

    /** Returns how much its stores hold in this process. */
    List<StoreSize> storeSizes() {
        return StoreSizes.sizesOf(streams.metrics());
    }

    /**
     * Returns the part of its log that has to stay, and by which time; empty where all of it does, or where another
     * process has its task now.
     *
     * @param keep how far behind its clock records have to stay
     */
    Optional<LogTrimmer.Horizon> logHorizon(Duration keep) {
        return retention.flatMap(log ->
                readClock(log).map(clock -> new LogTrimmer.Horizon(log.log(), group, clock - keep.toMillis())));
    }

    private Optional<Long> readClock(LogRetention log) {
        try {
            OptionalLong clock = log.clock().apply(streams.store(fromNameAndType(log.clockStore(), keyValueStore())));
            return clock.isPresent() ? Optional.of(clock.getAsLong()) : Optional.empty();
        } catch (InvalidStateStoreException | IllegalStateException elsewhereOrNotYet) {
            return Optional.empty();
        }
    }

    /** Ends its threads after their commit; returns whether they did in time. */
    boolean close(Duration timeout) {
        return streams.close(timeout);
    }
}
