package dev.tidings.consumer.subscribe;

import dev.tidings.consumer.subscribe.internal.ConsumerService;
import dev.tidings.consumer.subscribe.internal.DeadLetterProducer;
import dev.tidings.consumer.subscribe.internal.GroupMember;
import dev.tidings.consumer.subscribe.internal.GroupMembership;
import dev.tidings.consumer.subscribe.internal.Membership;
import dev.tidings.consumer.subscribe.internal.PollLoop;
import dev.tidings.consumer.subscribe.internal.Resources;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.StartupWait;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a service the enriched articles, each at least once, those of one key in the order in which they were decided,
 * never one that was not committed. A record is committed to the group only when it is done, so a process that dies has
 * the articles of its last moments given again, and one that is closed has none.
 *
 * <p>Methods may be called from any thread, the subscriber's included; {@link #start} only once.
 */
public final class Subscription implements AutoCloseable {

    /** Most records of one poll. They are done one by one, so this is not how many are given again. */
    private static final int BATCH_SIZE = 500;

    private final SubscriptionReceiver receiver;
    private final ConsumerService service;

    private Subscription(SubscriptionReceiver receiver, ConsumerService service) {
        this.receiver = receiver;
        this.service = service;
    }

    /**
     * Makes sure of the topics; reads nothing before it is started. With a group, missing topics are created. Waits for
     * Kafka and the registry as long as {@link ConnectionSettings#START_TIMEOUT} says.
     *
     * @param settings where Kafka and the registry are
     * @throws SettingsException when a setting is wrong, there is no topic to read, the group is one of Tidings' own, or
     *     the registry is not the one that the topic's records were written with
     * @throws DependencyUnreachableException when Kafka or the registry does not answer
     */
    public static Subscription open(Settings settings, SubscriptionRequest request, ArticleSubscriber subscriber) {
        refuseOwnGroup(settings, request);
        return StartupWait.ofService(settings).awaitResult(() -> openOnce(settings, request, subscriber), () -> false);
    }

    /** Whoever joined a group of streams or of a sink would take its work away, in silence. */
    private static void refuseOwnGroup(Settings settings, SubscriptionRequest request) {
        List<Topics> installations = List.of(request.topicsFor(settings), ConnectionSettings.topics(settings));
        request.group()
                .filter(group -> installations.stream().anyMatch(topics -> topics.ownsGroup(group)))
                .ifPresent(group -> {
                    throw new SettingsException(
                            "group " + group + " is not for subscribers: Tidings keeps the names that"
                                    + " begin with its topic.prefix and a hyphen for streams, sinks and replays; take"
                                    + " another group");
                });
    }

    private static Subscription openOnce(Settings settings, SubscriptionRequest request, ArticleSubscriber subscriber) {
        Resources resources = new Resources();
        try {
            return open(settings, request, subscriber, resources);
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static Subscription open(
            Settings settings, SubscriptionRequest request, ArticleSubscriber subscriber, Resources resources) {
        Topics topics = request.topicsFor(settings);
        TopicAdmin broker = resources.ownResource(new TopicAdmin(settings));
        prepareTopics(broker, settings, request);
        SubscriptionReceiver receiver = new SubscriptionReceiver(
                request.filter()::matchesHeaders,
                request.retries(),
                new AvroSerdes(settings.registryConfig()).deserializer(topics.enriched(), EnrichedArticle.class),
                subscriber,
                new SubscriptionPosition(request, broker),
                request.group().isPresent() ? deadLetters(settings, request, resources) : (record, reason) -> {},
                System::nanoTime);
        return new Subscription(
                receiver,
                new ConsumerService(
                        "tidings-subscription", membership(settings, request, receiver, broker), resources));
    }

    private static void prepareTopics(TopicAdmin broker, Settings settings, SubscriptionRequest request) {
        Topics topics = request.topicsFor(settings);
        if (request.group().isPresent()) {
            broker.ensureTopics(
                    topics.withPartitions(Math.toIntExact(settings.get(ConnectionSettings.TOPIC_PARTITIONS))));
            new SchemaRegistration(settings.registryConfig()).registerAll(topics);
        } else {
            broker.requireTopic(topics, topics.enriched());
        }
        new SchemaCheck(settings).requireSameRegistry(List.of(topics.enriched()));
    }

    private static SubscriptionReceiver.GiveUp deadLetters(
            Settings settings, SubscriptionRequest request, Resources resources) {
        DeadLetters letters = new DeadLetters(
                "subscribe " + request.clientName(), settings.get(ConnectionSettings.MAX_ARTICLE_BYTES));
        DeadLetterProducer producer = resources.ownResource(
                new DeadLetterProducer(request.topicsFor(settings).deadLetters(), settings));
        return (record, reason) -> {
            DeadLetter letter = letters.ofRecord(
                            SubscriptionReceiver.positionText(record),
                            record.key(),
                            record.value(),
                            record.headers(),
                            reason)
                    .build();
            producer.sendAll(List.of(letter));
        };
    }

    private static Membership membership(
            Settings settings, SubscriptionRequest request, SubscriptionReceiver receiver, TopicAdmin broker) {
        Set<String> names = Set.of(request.topicsFor(settings).enriched().name());
        return request.group()
                .map(group -> new GroupMember(group, request.instance(), BATCH_SIZE))
                .<Membership>map(
                        member -> new GroupMembership(member, settings, names, receiver, broker, takenMessage(request)))
                .orElse(() -> PollLoop.ofWholeTopics(
                        GroupMember.withoutGroup(request.clientName(), BATCH_SIZE, settings), names, receiver));
    }

    private static String takenMessage(SubscriptionRequest request) {
        return "another member of group " + request.clientName() + " has started as instance "
                + request.instance().orElse("") + "; give each that runs at once a name of its own";
    }

    /** Starts giving articles, in a thread of its own, and returns this. */
    public Subscription start() {
        service.start();
        return this;
    }

    /**
     * Waits until it has ended, because of {@link #close} or a failure.
     *
     * @throws SubscriptionException when it cannot go on
     * @throws SettingsException when another process took this one's name, Kafka refuses the client, or the group has no
     *     position and the request does not say where it begins
     */
    public void awaitEnd() throws InterruptedException {
        service.awaitEnd();
    }

    /** Returns whether it reads: it is a member of its group, and waits for nothing. */
    public boolean isReady() {
        return service.isReady();
    }

    /** Returns what it waits for, in one line; empty when it waits for nothing. */
    public Optional<String> findObstacle() {
        return service.findObstacle();
    }

    /** Returns whether it was started and has not ended. */
    public boolean isOpen() {
        return service.isOpen();
    }

    /**
     * Waits until everything is done that stood in its partitions when it was given them.
     *
     * @return false when it is not within the timeout, or has ended before
     * @throws SubscriptionException when it cannot go on
     */
    public boolean awaitCaughtUp(Duration timeout) {
        return service.awaitCondition(() -> isReady() && receiver.caughtUp(), timeout);
    }

    /**
     * Ends: the article in hand is finished and committed, no other is begun. Called by the subscriber it returns at
     * once, else when that is done, after half a minute at the latest.
     */
    @Override
    public void close() {
        receiver.stopReceiving();
        service.close();
    }
}
