package dev.tidings.streams.application;

import dev.tidings.kafka.admin.RecordSizeLimit;
import dev.tidings.kafka.admin.StartupWait;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.RestoreState;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.failure.SizeGuard;
import dev.tidings.streams.failure.StateDisk;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.StageObserver;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TopologyDefinition;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs topologies in this process, each with threads of its own, until it is closed or one of them cannot go on.
 *
 * <p>{@link #start()}, then {@link #awaitEnd()} on the same thread; {@link #readiness()} and {@link #close()} from any.
 */
public final class StreamsApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsApplication.class);

    private final Settings settings;
    private final Topics topics;
    private final KafkaStreamsConfig configs;
    private final RegistryRetry registryRetry;
    private final StateDisk disk;
    private final SizeGuard sizeGuard;
    private final TopologyGroup topologies;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile boolean stopping;
    private @Nullable InstanceLock lock;

    /**
     * Makes the application; nothing is connected yet.
     *
     * @param settings settings resolved with at least {@link StreamsSettings#ALL}
     * @param topics topics the topologies work on
     * @param definitions makes the topologies to run
     */
    public StreamsApplication(
            Settings settings, Topics topics, Function<TopologyContext, List<TopologyDefinition>> definitions) {
        this(settings, topics, TopologyPlan.withoutRecovery(definitions), StageObserver.NONE);
    }

    private StreamsApplication(Settings settings, Topics topics, TopologyPlan plan, StageObserver observer) {
        this.settings = settings;
        this.topics = topics;
        this.configs = new KafkaStreamsConfig(settings);
        this.registryRetry = new RegistryRetry(() -> stopping);
        this.disk = new StateDisk(configs.stateFolder(), () -> stopping);
        TopologyContext context = new TopologyContext(
                        topics,
                        new AvroSerdes(configs.registryConfig()),
                        registryRetry,
                        settings.get(ConnectionSettings.MAX_ARTICLE_BYTES))
                .withCommitIntervals(configs.commitIntervals())
                .observedBy(observer);
        this.sizeGuard = context.sizeGuard();
        this.topologies = new TopologyGroup(settings, topics, plan.bindTo(context), disk, this::failWith);
    }

    /**
     * Returns the application that runs in production: analyse, deduplication and stories on the topics of the
     * settings.
     *
     * @param settings settings resolved with at least {@link StreamsSettings#ALL}, {@link DedupSettings#ALL} and {@link
     *     StoriesSettings#ALL}
     * @throws dev.tidings.kafka.settings.SettingsException when the windows do not fit each other
     */
    public static StreamsApplication liveApplication(Settings settings) {
        return onTopics(ConnectionSettings.topics(settings), settings);
    }

    /**
     * Returns the same, measured.
     *
     * @param observer hears of what the stages do
     */
    public static StreamsApplication liveApplication(Settings settings, StageObserver observer) {
        TopologyPlan plan = TopologyPlan.ofNews(settings, ReplayRange.ALL);
        return new StreamsApplication(settings, ConnectionSettings.topics(settings), plan, observer);
    }

    /** Returns the same on other topics, whose {@link Topics#idPrefix()} stands before the application ids. */
    public static StreamsApplication onTopics(Topics topics, Settings settings) {
        return onTopics(topics, settings, ReplayRange.ALL);
    }

    /**
     * Returns the same on other topics, for a part of the raw records.
     *
     * @param replayRange which raw records it is about
     */
    public static StreamsApplication onTopics(Topics topics, Settings settings, ReplayRange replayRange) {
        return new StreamsApplication(settings, topics, TopologyPlan.ofNews(settings, replayRange), StageObserver.NONE);
    }

    /** Returns the applications as the broker sees them. */
    public List<ApplicationOutline> outlines() {
        return topologies.outlines();
    }

    /**
     * Creates topics that are missing, registers the schemas and starts the threads. Waits for Kafka and the registry as
     * long as {@link ConnectionSettings#START_TIMEOUT} says. Returns before state is restored; see {@link
     * #readiness()}.
     *
     * @throws dev.tidings.kafka.settings.SettingsException when a setting, a topic, the data folder, this instance's
     *     name or the registry does not fit, or the data folder belongs to another cluster
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when Kafka or the registry does not answer
     */
    public void start() {
        lockInstance();
        try {
            StartupWait.ofService(settings).awaitResult(this::prepareTopics, () -> stopping);
            startTopologies();
        } catch (RuntimeException e) {
            boolean stopped = stopping;
            close();
            if (!stopped) {
                throw e;
            }
        }
    }

    private synchronized void lockInstance() {
        DataLayout.claim(settings.get(ConnectionSettings.DATA_DIR));
        lock = InstanceLock.acquireLock(configs.stateFolder());
    }

    private boolean prepareTopics() {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.clusterMark().claim(settings.get(ConnectionSettings.DATA_DIR));
            admin.ensureTopics(topics);
            followLimits(admin);
            new SchemaRegistration(configs.registryConfig()).registerAll(topics);
            new SchemaCheck(settings)
                    .requireSameRegistry(List.of(topics.raw(), topics.analysed(), topics.storyFeatures()));
            return true;
        }
    }

    /** Whoever made the topics may have given them less room than Tidings does. */
    private void followLimits(TopicAdmin admin) {
        RecordSizeLimit limit = RecordSizeLimit.leastOf(
                admin, List.of(topics.unordered(), topics.analysed(), topics.enriched(), topics.deadLetters()));
        sizeGuard.follow(limit);
        if (limit.isLow()) {
            LOG.warn(
                    "{} takes records of {} bytes only: larger articles become dead letters; 'tidings status' names the"
                            + " command that mends it, then start this again",
                    limit.topic(),
                    limit.bytes());
        }
    }

    private synchronized void startTopologies() {
        if (!stopping) {
            topologies.start();
        }
    }

    /** Returns whether every topology does its work: threads running, state restored, commits going on. */
    public Readiness readiness() {
        if (end.getCount() == 0) {
            return new Readiness(List.of(failureMessage().orElse("the process is shutting down")));
        }
        Duration longest = settings.get(StreamsSettings.STALL_TIMEOUT);
        Stream<Optional<String>> ofAll = Stream.of(registryRetry.findOutage(), disk.describeWait());
        return new Readiness(Stream.concat(ofAll.flatMap(Optional::stream), topologies.findObstacles(longest).stream())
                .toList());
    }

    /** Returns the stages whose state is being restored now, with how far it is. */
    public List<RestoreState> restoreStates() {
        return topologies.restoreStates();
    }

    /** Returns how many offsets a stage (analyse, dedup, stories) has fetched and not committed yet in this process. */
    public long uncommittedOffsets(String stage) {
        return topologies.uncommittedOffsets(stage);
    }

    /** Returns the metrics of Kafka's own, by the name of the stage: analyse, dedup, stories. */
    public Map<String, Map<MetricName, ? extends Metric>> kafkaMetrics() {
        return topologies.kafkaMetrics();
    }

    /** Returns how much the state stores hold that this process has now, by name. */
    public synchronized List<StoreSize> storeSizes() {
        return topologies.storeSizes();
    }

    /**
     * Waits until the process is closed or cannot go on, and then ends all threads.
     *
     * @return the exit code: 0 when it was closed, 1 when it failed, which {@link #failureMessage()} explains
     */
    public int awaitEnd() throws InterruptedException {
        end.await();
        close();
        return failureMessage().isPresent() ? 1 : 0;
    }

    /** Returns why the process could not go on, in one line; empty while it can. */
    public Optional<String> failureMessage() {
        return Optional.ofNullable(failure.get());
    }

    private void failWith(String reason) {
        if (!stopping && failure.compareAndSet(null, reason)) {
            LOG.error(reason);
        }
        end.countDown();
    }

    /** Commits, ends all threads and frees the instance's name; a second call does nothing. */
    @Override
    public void close() {
        // Before anything is waited for: who starts may be waiting for Kafka.
        stopping = true;
        end.countDown();
        closeTopologies();
    }

    private synchronized void closeTopologies() {
        topologies.close();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
