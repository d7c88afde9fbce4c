package dev.tidings.producer;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.standard.StandardFormats;
import dev.tidings.producer.publish.ArticleLimit;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.PublishCounts;
import dev.tidings.producer.publish.PublishException;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.producer.publish.PublisherFencedException;
import dev.tidings.producer.publish.VerdictCounts;
import dev.tidings.producer.publish.ledger.LedgerReader;
import dev.tidings.producer.publish.prepare.PublishContext;
import dev.tidings.producer.publish.transaction.CommitResult;
import dev.tidings.producer.publish.transaction.RootPublisher;
import dev.tidings.producer.publish.verdict.VerdictWatch;
import dev.tidings.producer.publish.watch.FolderWatches;
import dev.tidings.producer.source.FolderScan;
import dev.tidings.producer.source.InputSelection;
import dev.tidings.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Publishes article files, each content once. An article and its ledger entry are one transaction, so a publish that is
 * killed at any moment and run again loses and doubles nothing; a run over unchanged files publishes nothing; a changed
 * file is the next revision of its article. One publisher works on a root at a time: a second one fences the first.
 *
 * <p>For one thread, except {@link #requestStop()}.
 */
public final class Publisher implements AutoCloseable {

    private final KafkaAccess kafka;
    private final TopicAdmin topics;
    private final InputFormats formats;
    private final Clock clock;
    private volatile boolean stopped;

    private Publisher(KafkaAccess kafka, TopicAdmin topics, InputFormats formats, Clock clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * Connects, and makes sure of topics and schemas.
     *
     * @param settings resolved with {@link PublishSettings#ALL} among the known
     * @param topics where to publish; those that are missing are created
     * @param clock tells when an input was read, which no verdict depends on
     * @throws DependencyUnreachableException when the broker or the registry does not answer
     * @throws SettingsException when a setting cannot be used, or the registry is not the one that the records were
     *     written with
     */
    public static Publisher open(Settings settings, Topics topics, Clock clock) {
        return open(settings, topics, StandardFormats.formats(), clock);
    }

    /** As {@link #open(Settings, Topics, Clock)}, with other formats than the standard ones. */
    public static Publisher open(Settings settings, Topics topics, InputFormats formats, Clock clock) {
        TopicAdmin admin = new TopicAdmin(settings);
        ArticleLimit limit;
        try {
            admin.ensureTopics(topics);
            limit = ArticleLimit.of(settings, admin, topics);
            new SchemaRegistration(settings.registryConfig()).registerAll(topics);
            new SchemaCheck(settings).requireSameRegistry(List.of(topics.raw(), topics.ledger()));
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
        return new Publisher(
                new KafkaAccess(settings, topics, new AvroSerdes(settings.registryConfig()), limit),
                admin,
                formats,
                clock);
    }

    /**
     * Publishes what is new or changed. Returns when all of it is committed and, if asked, decided.
     *
     * @throws SettingsException when the name of a root belongs to another folder; nothing is published then
     * @throws PublisherFencedException when another publisher of the root has begun
     * @throws PublishException when Kafka refuses a transaction
     * @throws DependencyUnreachableException when the broker or the registry does not answer any more
     */
    public PublishSummary publishInputs(PublishRequest request, PublishListener listener) {
        Instant begun = clock.instant();
        if (listener.wantsTotal()) {
            listener.totalKnown(request.inputSelections().stream()
                    .mapToLong(Publisher::countInputs)
                    .sum());
        }
        PublishCounts publishCounts = new PublishCounts(listener);
        VerdictCounts verdicts = new VerdictCounts();
        if (request.awaitVerdicts()) {
            try (VerdictWatch watch = new VerdictWatch(kafka, topics)) {
                publishInputs(request, new CommitResult(publishCounts, Optional.of(watch)));
                verdicts = watch.awaitVerdicts(waitTimeout(), listener, () -> stopped);
            }
        } else {
            publishInputs(request, new CommitResult(publishCounts, Optional.empty()));
        }
        return publishCounts.summarise(Duration.between(begun, clock.instant()), verdicts, stopped);
    }

    private void publishInputs(PublishRequest request, CommitResult commitResult) {
        if (request.inputSelections().size() > 1) {
            // A name that cannot be used is refused before anything is published of the others.
            request.inputSelections()
                    .forEach(
                            inputSelection -> beginRoot(inputSelection, request).close());
        }
        for (InputSelection inputSelection : request.inputSelections()) {
            if (stopped) {
                return;
            }
            try (RootPublisher publisher = beginRoot(inputSelection, request)) {
                publisher.publishScan(new FolderScan(inputSelection), commitResult, () -> stopped);
            }
        }
    }

    /**
     * Publishes what the folders hold and then every file as it is finished, until stopped. While the broker or the
     * registry is away the listener hears of it and publishing is tried again; a dependency that is away at the start
     * ends the watch.
     *
     * @throws SettingsException when a path is a file, the name of a root belongs to another folder, or the system lets
     *     no more folders be watched
     * @throws PublisherFencedException when another publisher of one of the roots has begun
     * @throws PublishException when Kafka refuses transactions again and again
     * @throws DependencyUnreachableException when the broker or the registry does not answer at the start
     */
    public PublishSummary watchFolders(PublishRequest request, PublishListener listener) {
        Instant begun = clock.instant();
        PublishCounts publishCounts = new PublishCounts(listener);
        new FolderWatches(kafka, topics, clock, () -> stopped, this::requestStop)
                .watchUntilStopped(request, publishCounts, inputSelection -> beginRoot(inputSelection, request));
        return publishCounts.summarise(Duration.between(begun, clock.instant()), new VerdictCounts(), stopped);
    }

    private RootPublisher beginRoot(InputSelection inputSelection, PublishRequest request) {
        LedgerReader ledgers = new LedgerReader(kafka, topics.adminClient());
        return RootPublisher.beginRoot(
                new PublishContext(kafka, formats, clock), ledgers, inputSelection.sourceRoot(), request.named());
    }

    private static long countInputs(InputSelection inputSelection) {
        long inputs = 0;
        for (FolderScan folderScan = new FolderScan(inputSelection); folderScan.hasNext(); folderScan.next()) {
            inputs++;
        }
        return inputs;
    }

    private Duration waitTimeout() {
        return Duration.ofMillis(kafka.settings().get(PublishSettings.WAIT_TIMEOUT_MS));
    }

    /** Ends a running publish or watch soon: what was begun is committed, nothing else is begun. For any thread. */
    public void requestStop() {
        stopped = true;
    }

    @Override
    public void close() {
        topics.close();
    }
}
