package dev.tidings.consumer.sink;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.SinkIdentity;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.store.Stores;
import dev.tidings.consumer.subscribe.internal.BatchReceiver;
import dev.tidings.consumer.subscribe.internal.ConsumerService;
import dev.tidings.consumer.subscribe.internal.DeadLetterProducer;
import dev.tidings.consumer.subscribe.internal.GroupMember;
import dev.tidings.consumer.subscribe.internal.GroupMembership;
import dev.tidings.consumer.subscribe.internal.GroupProgress;
import dev.tidings.consumer.subscribe.internal.Resources;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.StartupWait;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores enriched articles, relations and stories until it is closed. Its methods may be called from any thread;
 * {@link #start} only once.
 */
public final class SinkApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkApplication.class);

    private final StoreUrl store;
    private final ConsumerService service;
    private final GroupProgress progress;

    private SinkApplication(StoreUrl store, ConsumerService service, GroupProgress progress) {
        this.store = store;
        this.service = service;
        this.progress = progress;
    }

    /**
     * Makes sure of topics, schemas and store; joins its group only when started. Waits for Kafka, the registry and a
     * store that is locked or has no room as long as {@link ConnectionSettings#START_TIMEOUT} says.
     *
     * @throws SettingsException when a setting is wrong, or the registry is not the one that the records were written
     *     with
     * @throws StoreException when the store cannot be used
     * @throws DependencyUnreachableException when Kafka or the registry does not answer
     */
    public static SinkApplication open(Settings settings) {
        return open(settings, ConnectionSettings.topics(settings));
    }

    /** As {@link #open(Settings)}, for topics that are not the live ones. */
    public static SinkApplication open(Settings settings, Topics topics) {
        return open(settings, topics, SinkObserver.NONE);
    }

    /**
     * As {@link #open(Settings, Topics)}, measured.
     *
     * @param observer hears of what it does
     */
    public static SinkApplication open(Settings settings, Topics topics, SinkObserver observer) {
        try {
            return StartupWait.ofService(settings)
                    .andFor(RetryLaterException.class::isInstance)
                    .awaitResult(() -> openOnce(settings, topics, observer), () -> false);
        } catch (RetryLaterException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SinkApplication openOnce(Settings settings, Topics topics, SinkObserver observer) {
        Resources resources = new Resources();
        try {
            return open(settings, topics, observer, resources);
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static SinkApplication open(Settings settings, Topics topics, SinkObserver observer, Resources resources) {
        SinkSettings sinkSettings = SinkSettings.of(settings);
        SinkSettings.prepareFolder(settings);
        Set<String> names = Set.of(
                topics.enriched().name(),
                topics.relations().name(),
                topics.stories().name());
        TopicAdmin broker = resources.ownResource(new TopicAdmin(settings));
        SinkSettings.claimFolder(settings, broker);
        broker.ensureTopics(topics);
        new SchemaRegistration(settings.registryConfig()).registerAll(topics);
        new SchemaCheck(settings).requireSameRegistry(List.of(topics.enriched(), topics.relations(), topics.stories()));
        SinkIdentity identity = sinkIdentity(broker, sinkSettings.name(), names);
        StoreWriter writer = resources.ownResource(Stores.openWriter(sinkSettings.store(), identity));
        String group = sinkSettings.group(topics);
        StoreClaim claim = new StoreClaim(broker, group, sinkSettings, writer, System::nanoTime);
        BatchReceiver receiver = new ObservedReceiver(
                new ClaimingReceiver(receiver(settings, topics, writer, observer, resources), claim), observer);
        GroupMember member = new GroupMember(group, sinkSettings.instance(), sinkSettings.batchSize());
        GroupMembership membership =
                new GroupMembership(member, settings, names, receiver, broker, takenMessage(sinkSettings));
        return new SinkApplication(
                sinkSettings.store(),
                new ConsumerService("tidings-sink", membership, resources),
                new GroupProgress(broker, group, names));
    }

    private static SinkReceiver receiver(
            Settings settings, Topics topics, StoreWriter store, SinkObserver observer, Resources resources) {
        DeadLetterProducer letters = resources.ownResource(new DeadLetterProducer(topics.deadLetters(), settings));
        return new SinkReceiver(
                store,
                new RecordDecoder(topics, settings.registryConfig()),
                new SinkDeadLetters(settings.get(ConnectionSettings.MAX_ARTICLE_BYTES)),
                sent -> {
                    letters.sendAll(sent);
                    observer.deadLettered(sent);
                },
                SinkSettings.of(settings).skipGap());
    }

    private static String takenMessage(SinkSettings settings) {
        return "another sink has started as instance " + settings.instance()
                + "; give each that runs at once a name of its own: --instance NAME where both fill one store, --name NAME"
                + " for another store";
    }

    private static SinkIdentity sinkIdentity(TopicAdmin broker, String sink, Set<String> topics) {
        Map<String, String> ids = new HashMap<>();
        broker.awaitAnswer(broker.adminClient().describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        return new SinkIdentity(sink, broker.clusterId(), ids);
    }

    /** Starts storing, in a thread of its own. */
    public void start() {
        LOG.info("storing into {}", store);
        service.start();
    }

    /**
     * Waits until storing has ended, because of {@link #close} or a failure.
     *
     * @throws StoreException when the store cannot go on
     * @throws SettingsException when another sink took this one's name or fills another store, or Kafka refuses the
     *     client
     */
    public void awaitEnd() throws InterruptedException {
        service.awaitEnd();
    }

    /** Returns whether it is a member of its group, knows where to go on, and waits for nothing. */
    public boolean isReady() {
        return service.isReady();
    }

    /** Returns the metrics of Kafka's own. */
    public Map<MetricName, ? extends Metric> kafkaMetrics() {
        return service.kafkaMetrics();
    }

    /** Returns what it waits for, in one line; empty when it waits for nothing. */
    public Optional<String> findObstacle() {
        return service.findObstacle();
    }

    /**
     * Waits until everything that was published at the time of the call is stored, by this sink and those that share
     * its name.
     *
     * @return false when it is not within the timeout
     * @throws StoreException when storing has ended with a failure
     */
    public boolean awaitCaughtUp(Duration timeout) {
        boolean caughtUp = progress.awaitCaughtUp(timeout, () -> !service.hasEnded());
        service.rethrowFailure();
        return caughtUp;
    }

    /** Ends after the batch in hand; what it has not stored is stored by the next start. */
    @Override
    public void close() {
        service.close();
    }
}
