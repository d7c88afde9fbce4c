package dev.tidings.consumer.subscribe;

import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.DeadLetters;
import dev.tidings.schemas.kafka.DependencyUnreachableException;
import dev.tidings.schemas.kafka.SchemaRegistration;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.schemas.kafka.SettingsException;
import dev.tidings.schemas.kafka.TopicAdmin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a service the enriched articles, each at least once, those of one key in the order in which they were decided,
 * never one that was not committed. A record is committed to the group only when it is done, so a process that dies has
 * the articles of its last moments given again, and one that is closed has none.
 *
 * <p>Methods may be called from any thread, the subscriber's included; {@link #start} only once.
 */
public final class Subscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Most records of one poll. They are done one by one, so this is not how many are given again. */
    private static final int BATCH_SIZE = 500;

    private final SubscriptionRequest request;
    private final SubscriptionReceiver receiver;
    private final PollLoop loop;
    private final Deque<AutoCloseable> owned;
    private final Thread thread = new Thread(this::run, "tidings-subscription");
    private volatile @Nullable Throwable failure;

    private Subscription(
            SubscriptionRequest request, SubscriptionReceiver receiver, PollLoop loop, Deque<AutoCloseable> owned) {
        this.request = request;
        this.receiver = receiver;
        this.loop = loop;
        this.owned = owned;
    }

    /**
     * Makes sure of the topics; reads nothing before it is started. With a group, missing topics are created.
     *
     * @param settings where Kafka and the registry are
     * @throws SettingsException when a setting is wrong, or there is no topic to read
     * @throws DependencyUnreachableException when Kafka or the registry does not answer
     */
    public static Subscription open(Settings settings, SubscriptionRequest request, ArticleSubscriber subscriber) {
        Deque<AutoCloseable> owned = new ArrayDeque<>();
        try {
            return open(settings, request, subscriber, owned);
        } catch (RuntimeException e) {
            closeAll(owned);
            throw e;
        }
    }

    private static Subscription open(
            Settings settings, SubscriptionRequest request, ArticleSubscriber subscriber, Deque<AutoCloseable> owned) {
        Topics topics = request.topicsFor(settings);
        TopicAdmin broker = own(owned, new TopicAdmin(settings));
        prepare(broker, settings, request);
        SubscriptionReceiver receiver = new SubscriptionReceiver(
                request,
                new AvroSerdes(settings.registry()).deserializer(topics.enriched(), EnrichedArticle.class),
                subscriber,
                new SubscriptionPosition(request.name(), request.start(), broker),
                request.group().isPresent() ? deadLetters(settings, request, owned) : (record, reason) -> {},
                System::nanoTime);
        Consumer<byte[], byte[]> consumer = own(
                owned,
                request.group()
                        .map(group -> new GroupMember(group, request.instance(), BATCH_SIZE).consumer(settings))
                        .orElseGet(() -> GroupMember.nobody(request.name(), BATCH_SIZE, settings)));
        Set<String> names = Set.of(topics.enriched().name());
        PollLoop loop = request.group().isPresent()
                ? new PollLoop(consumer, names, receiver)
                : PollLoop.alone(consumer, names, receiver);
        return new Subscription(request, receiver, loop, owned);
    }

    private static void prepare(TopicAdmin broker, Settings settings, SubscriptionRequest request) {
        Topics topics = request.topicsFor(settings);
        if (request.group().isPresent()) {
            broker.ensure(topics.withPartitions(Math.toIntExact(settings.get(ConnectionSettings.TOPIC_PARTITIONS))));
            new SchemaRegistration(settings.registry()).registerAll(topics);
        } else if (broker.missing(topics).contains(topics.enriched().name())) {
            throw new SettingsException("there is no topic " + topics.enriched().name()
                    + " to read; 'tidings up' or 'tidings streams' makes it");
        }
    }

    private static SubscriptionReceiver.GiveUp deadLetters(
            Settings settings, SubscriptionRequest request, Deque<AutoCloseable> owned) {
        DeadLetters letters =
                new DeadLetters("subscribe " + request.name(), settings.get(ConnectionSettings.MAX_ARTICLE_BYTES));
        DeadLetterProducer producer =
                own(owned, new DeadLetterProducer(request.topicsFor(settings).deadLetters(), settings));
        return (record, reason) -> {
            DeadLetter letter = letters.ofRecord(
                            SubscriptionReceiver.at(record), record.key(), record.value(), record.headers(), reason)
                    .build();
            producer.send(List.of(letter));
        };
    }

    private static <T extends AutoCloseable> T own(Deque<AutoCloseable> owned, T resource) {
        owned.push(resource);
        return resource;
    }

    /** Starts giving articles, in a thread of its own, and returns this. */
    public Subscription start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            loop.run();
        } catch (RuntimeException e) {
            failure = inWords(e);
        } catch (Throwable e) {
            // An Error of the subscriber's; whoever waits for the end shall see it.
            failure = e;
        } finally {
            closeAll(owned);
        }
    }

    private RuntimeException inWords(RuntimeException e) {
        if (e instanceof FencedInstanceIdException) {
            return new SettingsException("another member of group " + request.name() + " has started as instance "
                    + request.instance().orElse("") + "; give each that runs at once a name of its own");
        }
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return new SettingsException("Kafka refuses this client: " + e.getMessage());
        }
        return e;
    }

    /**
     * Waits until it has ended, because of {@link #close} or a failure.
     *
     * @throws SubscriptionException when it cannot go on
     * @throws SettingsException when another process took this one's name, or Kafka refuses the client
     */
    public void await() throws InterruptedException {
        thread.join();
        rethrowFailure();
    }

    /** Returns whether it reads: it is a member of its group, and waits for nothing. */
    public boolean isReady() {
        return loop.state() == LoopState.RUNNING;
    }

    /** Returns whether it was started and has not ended. */
    public boolean isOpen() {
        return thread.isAlive();
    }

    /**
     * Waits until everything is done that stood in its partitions when it was given them.
     *
     * @return false when it is not within the timeout, or has ended before
     * @throws SubscriptionException when it cannot go on
     */
    public boolean awaitCaughtUp(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!isReady() || !receiver.caughtUp()) {
            boolean over = !isOpen() || System.nanoTime() > deadline;
            if (over || Thread.currentThread().isInterrupted()) {
                rethrowFailure();
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private void rethrowFailure() {
        Throwable cause = failure;
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /**
     * Ends: the article in hand is finished and committed, no other is begun. Called by the subscriber it returns at
     * once, else when that is done, after half a minute at the latest.
     */
    @Override
    public void close() {
        receiver.stop();
        loop.close();
        if (thread.getState() == Thread.State.NEW) {
            closeAll(owned);
        } else if (Thread.currentThread() != thread) {
            join();
        }
    }

    private void join() {
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("the article in hand takes too long; it is given again by the next start");
        }
    }

    private static void closeAll(Deque<AutoCloseable> owned) {
        for (AutoCloseable resource : owned) {
            try {
                resource.close();
            } catch (Exception e) {
                LOG.debug("closing {} failed", resource, e);
            }
        }
        owned.clear();
    }
}
