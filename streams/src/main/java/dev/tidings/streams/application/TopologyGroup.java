package dev.tidings.streams.application;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.RestoreState;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.StateDisk;
import dev.tidings.streams.recovery.LocalState;
import dev.tidings.streams.recovery.Stage;
import dev.tidings.streams.recovery.StateRecovery;
import dev.tidings.streams.topology.LogRetention;
import dev.tidings.streams.topology.TopologyDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topologies of one process, with what looks after them: who supervises them, and who trims the logs they read.
 * {@link #start()}, {@link #close()} and {@link #storeSizes()} not at the same time; the rest from any thread.
 */
final class TopologyGroup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopologyGroup.class);

    private final Settings settings;
    private final Topics topics;
    private final TopologyPlan.Bound plan;
    private final StateDisk disk;
    private final Consumer<String> onFailure;
    private final KafkaStreamsConfig configs;
    /** Who looks at the process from outside does so while it starts, too. */
    private final List<SupervisedTopology> running = new CopyOnWriteArrayList<>();

    private final TopologySupervisor supervisor;
    private @Nullable TopicAdmin broker;
    private @Nullable TrimSchedule trimming;

    /**
     * Makes a group that does not run yet.
     *
     * @param onFailure called with one line for people when a topology cannot go on
     */
    TopologyGroup(
            Settings settings, Topics topics, TopologyPlan.Bound plan, StateDisk disk, Consumer<String> onFailure) {
        this.settings = settings;
        this.topics = topics;
        this.plan = plan;
        this.disk = disk;
        this.onFailure = onFailure;
        this.configs = new KafkaStreamsConfig(settings);
        this.supervisor = new TopologySupervisor(running, onFailure);
    }

    /** Returns the applications as the broker sees them. */
    List<ApplicationOutline> outlines() {
        return plan.definitions().stream().map(this::outlineOf).toList();
    }

    private ApplicationOutline outlineOf(TopologyDefinition definition) {
        return ApplicationOutline.of(topics.idPrefix() + definition.name(), definition);
    }

    /** Starts the threads; the topics are there and checked. */
    void start() {
        TopicAdmin admin = new TopicAdmin(settings);
        broker = admin;
        Supervision supervision = supervisionWith(admin);
        plan.definitions().forEach(definition -> running.add(supervised(definition, supervision)));
        running.forEach(SupervisedTopology::start);
        supervisor.start();
        startTrimming();
    }

    private void startTrimming() {
        plan.definitions().stream()
                .flatMap(definition -> definition.logRetention().stream())
                .map(LogRetention::keep)
                .max(Comparator.naturalOrder())
                .ifPresent(longest -> {
                    trimming = new TrimSchedule(settings, running, longest);
                    trimming.start();
                });
    }

    private Supervision supervisionWith(TopicAdmin admin) {
        return new Supervision(
                InstantSource.system(),
                settings.get(StreamsSettings.CLOSE_TIMEOUT),
                admin,
                plan.recovery().map(terms -> new StateRecovery(topics, terms, settings, admin)),
                disk,
                supervisor::wakeUp,
                onFailure);
    }

    private SupervisedTopology supervised(TopologyDefinition definition, Supervision supervision) {
        ApplicationOutline outline = outlineOf(definition);
        Path folder = configs.stateFolder().resolve(outline.id());
        Stage stage = new Stage(definition.name(), outline.id(), outline.changelogs(), folder);
        return new SupervisedTopology(
                definition,
                configs.configOf(definition, topics.idPrefix()),
                stage,
                new TopicWatch(supervision.broker(), outline, new LocalState(folder)),
                supervision);
    }

    /**
     * Returns why topologies do not do their work, a line each.
     *
     * @param longest how long one may go without a commit while records wait
     */
    List<String> findObstacles(Duration longest) {
        return running.stream()
                .map(topology -> topology.findObstacle(longest))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns how many offsets a stage has fetched and not committed. */
    long uncommittedOffsets(String stage) {
        return running.stream()
                .filter(topology -> topology.name().equals(stage))
                .mapToLong(SupervisedTopology::uncommittedOffsets)
                .sum();
    }

    /** Returns the metrics of Kafka's own, by the name of the stage. */
    Map<String, Map<MetricName, ? extends Metric>> kafkaMetrics() {
        Map<String, Map<MetricName, ? extends Metric>> metrics = new TreeMap<>();
        running.forEach(topology -> metrics.put(topology.name(), topology.kafkaMetrics()));
        return metrics;
    }

    /** Returns the stages whose state is being restored. */
    List<RestoreState> restoreStates() {
        return running.stream()
                .flatMap(topology -> topology.restoreState().stream())
                .toList();
    }

    /** Returns how much the state stores hold that this process has now, by name. */
    List<StoreSize> storeSizes() {
        return running.stream()
                .flatMap(topology -> topology.storeSizes().stream())
                .toList();
    }

    /** Commits and ends all threads; a second call does nothing. */
    @Override
    public void close() {
        supervisor.close();
        if (trimming != null) {
            trimming.close();
            trimming = null;
        }
        Duration timeout = settings.get(StreamsSettings.CLOSE_TIMEOUT);
        for (SupervisedTopology topology : running) {
            if (!topology.close(timeout)) {
                LOG.warn("threads did not end within {}; their last transaction is aborted and done again", timeout);
            }
        }
        running.clear();
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }
}
