package dev.tidings.consumer.store;

import dev.tidings.consumer.subscribe.DeadLetterProducer;
import dev.tidings.consumer.subscribe.GroupMember;
import dev.tidings.consumer.subscribe.GroupProgress;
import dev.tidings.consumer.subscribe.LoopState;
import dev.tidings.consumer.subscribe.PollLoop;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.DependencyUnreachableException;
import dev.tidings.schemas.kafka.SchemaRegistration;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.schemas.kafka.SettingsException;
import dev.tidings.schemas.kafka.TopicAdmin;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores enriched articles, relations and stories until it is closed. Its methods may be called from any thread; {@link #start}
 * only once.
 */
public final class SinkApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkApplication.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final SinkSettings settings;
    private final Resources resources;
    private final PollLoop loop;
    private final GroupProgress progress;
    private final Thread thread = new Thread(this::run, "tidings-sink");
    private volatile @Nullable RuntimeException failure;

    private SinkApplication(SinkSettings settings, Resources resources, PollLoop loop, GroupProgress progress) {
        this.settings = settings;
        this.resources = resources;
        this.loop = loop;
        this.progress = progress;
    }

    /**
     * Makes sure of topics, schemas and store; joins its group only when started.
     *
     * @throws SettingsException when a setting is wrong
     * @throws StoreException when the store cannot be used
     * @throws DependencyUnreachableException when Kafka or the registry does not answer
     */
    public static SinkApplication open(Settings settings) {
        return open(settings, ConnectionSettings.topics(settings));
    }

    /** As {@link #open(Settings)}, for topics that are not the live ones. */
    public static SinkApplication open(Settings settings, Topics topics) {
        Resources resources = new Resources();
        try {
            return open(settings, topics, resources);
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static SinkApplication open(Settings settings, Topics topics, Resources resources) {
        SinkSettings sinkSettings = SinkSettings.of(settings);
        SinkSettings.prepareFolder(settings);
        Set<String> names = Set.of(
                topics.enriched().name(),
                topics.relations().name(),
                topics.stories().name());
        TopicAdmin broker = resources.own(new TopicAdmin(settings));
        broker.ensure(topics);
        new SchemaRegistration(settings.registry()).registerAll(topics);
        Sink sink = resources.own(SqliteStore.open(sinkSettings.store(), identity(broker, sinkSettings.name(), names)));
        DeadLetterProducer letters = resources.own(new DeadLetterProducer(topics.deadLetters(), settings));
        SinkReceiver receiver = new SinkReceiver(
                sink,
                new RecordDecoder(topics, settings.registry()),
                new SinkDeadLetters(settings.get(ConnectionSettings.MAX_ARTICLE_BYTES)),
                letters,
                sinkSettings.skipGap());
        String group = sinkSettings.group(topics);
        GroupMember member = new GroupMember(group, sinkSettings.instance(), sinkSettings.batchSize());
        PollLoop loop = new PollLoop(resources.own(member.consumer(settings)), names, receiver);
        return new SinkApplication(sinkSettings, resources, loop, new GroupProgress(broker, group, names));
    }

    private static SinkIdentity identity(TopicAdmin broker, String sink, Set<String> topics) {
        String cluster = broker.get(broker.admin().describeCluster().clusterId());
        Map<String, String> ids = new HashMap<>();
        broker.get(broker.admin().describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        return new SinkIdentity(sink, cluster, ids);
    }

    /** Starts storing, in a thread of its own. */
    public void start() {
        LOG.info("storing into {}", settings.store());
        thread.start();
    }

    private void run() {
        try {
            loop.run();
        } catch (RuntimeException e) {
            failure = inWords(e);
        }
    }

    private RuntimeException inWords(RuntimeException e) {
        if (e instanceof FencedInstanceIdException) {
            return new SettingsException("another sink has started as instance " + settings.instance()
                    + "; give each that runs at once a name of its own (--instance NAME)");
        }
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return new SettingsException("Kafka refuses this client: " + e.getMessage());
        }
        return e;
    }

    /**
     * Waits until storing has ended, because of {@link #close} or a failure.
     *
     * @throws StoreException when the store cannot go on
     * @throws SettingsException when another sink took this one's name, or Kafka refuses the client
     */
    public void await() throws InterruptedException {
        thread.join();
        rethrowFailure();
    }

    /** Returns whether it is a member of its group, knows where to go on, and waits for nothing. */
    public boolean isReady() {
        return loop.state() == LoopState.RUNNING;
    }

    /**
     * Waits until everything that was published at the time of the call is stored, by this sink and those that share its
     * name.
     *
     * @return false when it is not within the timeout
     * @throws StoreException when storing has ended with a failure
     */
    public boolean awaitCaughtUp(Duration timeout) {
        boolean caughtUp = progress.awaitCaughtUp(timeout, () -> loop.state() != LoopState.CLOSED);
        rethrowFailure();
        return caughtUp;
    }

    private void rethrowFailure() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw cause;
        }
    }

    /** Ends after the batch in hand; what it has not stored is stored by the next start. */
    @Override
    public synchronized void close() {
        loop.close();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("the batch in hand takes too long; it is stored again by the next start");
        } else {
            resources.close();
        }
    }
}
