package dev.tidings.streams.replay.run;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.ApplicationOutline;
import dev.tidings.streams.application.InstanceLock;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.application.StreamsSettings;
import dev.tidings.streams.replay.output.OutputReader;
import dev.tidings.streams.replay.output.ReplayOutput;
import dev.tidings.streams.replay.plan.HangingTransactions;
import dev.tidings.streams.replay.plan.ReplayException;
import dev.tidings.streams.replay.plan.ReplayKafka;
import dev.tidings.streams.replay.plan.ReplayPlan;
import dev.tidings.streams.replay.plan.RunIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The work of a run in this process: all topologies, with the merger between the first two, until the last record of
 * the plan is decided and grouped. Whatever process does it, it goes on from what is committed.
 */
final class ReplayJob implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final ReplayKafka kafka;
    private final RunIdentity identity;
    private final ReplayPlan plan;
    private final Topics topics;
    private final InstanceLock lock;
    private final StreamsApplication application;
    private long toldAt = System.nanoTime();

    /**
     * Makes the job; nothing is read or written yet.
     *
     * @throws dev.tidings.kafka.settings.SettingsException when another process works on the run, or the data folder
     *     is of another version or belongs to another cluster
     */
    ReplayJob(ReplayKafka kafka, RunIdentity identity, ReplayPlan plan) {
        this.kafka = kafka;
        this.identity = identity;
        this.plan = plan;
        this.topics = identity.runTopics(plan.ranges().size());
        Path folder = kafka.settings().get(ConnectionSettings.DATA_DIR);
        DataLayout.claim(folder);
        kafka.broker().clusterMark().claim(folder);
        this.lock = InstanceLock.acquireLock(
                identity.stateFolder(kafka.settings()),
                "another process works on run " + identity.run() + "; wait for it or stop it");
        this.application = applicationOf(kafka.settings(), identity, plan);
    }

    /** Returns the topologies of a run, not started. */
    static StreamsApplication applicationOf(Settings settings, RunIdentity identity, ReplayPlan plan) {
        return StreamsApplication.onTopics(
                identity.runTopics(plan.ranges().size()), fixedSettings(settings, identity), plan);
    }

    /** Time is no matter here, so work is committed in larger portions. */
    private static Settings fixedSettings(Settings settings, RunIdentity identity) {
        Map<Setting<?>, String> fixed = Map.of(
                ConnectionSettings.DATA_DIR, identity.stateFolder(settings).toString(),
                StreamsSettings.INSTANCE, "replay",
                StreamsSettings.COMMIT_INTERVAL, "PT1S",
                StreamsSettings.STANDBY_REPLICAS, "0",
                StreamsSettings.GUARANTEE, "exactly_once_v2");
        return settings.with(fixed, "replay");
    }

    List<ApplicationOutline> applicationIds() {
        return application.outlines();
    }

    /**
     * Works to the end.
     *
     * @throws CancellationException when it was stopped before
     * @throws ReplayException when a topology cannot go on
     */
    ReplayOutput runToEnd(ReplayListener listener, BooleanSupplier stopped) {
        List<ApplicationOutline> applications = application.outlines();
        HangingTransactions.abortAll(
                kafka.broker(),
                applications.stream().map(ApplicationOutline::id).toList());
        beginAtTheWarmUp();
        application.start();
        UnorderedRecord analysed = new UnorderedRecord(kafka, plan, applicationNames());
        try (Merger merger = openMerger(analysed)) {
            while (!merger.isDone()) {
                merger.mergeStep();
                watchProgress(listener, stopped);
            }
        }
        StageCompletion stageCompletion =
                new StageCompletion(kafka, List.of(topics.analysed(), topics.storyFeatures()), applications);
        while (!stageCompletion.areFinished()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            watchProgress(listener, stopped);
        }
        application.close();
        return new OutputReader(kafka, topics).readOutput();
    }

    private UnorderedRecord.Names applicationNames() {
        return new UnorderedRecord.Names(
                identity.analyseId(), topics.raw().name(), topics.unordered().name());
    }

    private Merger openMerger(AnalysedEnds ends) {
        Merger.Hop hop = new Merger.Hop(
                topics.unordered().name(),
                plan.ranges().size(),
                topics.analysed().name());
        return new Merger(
                kafka.committedConsumer(identity.mergeGroup()), kafka.openProducer(identity.mergeGroup()), ends, hop);
    }

    /** Once, before analyse first joins its group; from then on its own commits count. */
    private void beginAtTheWarmUp() {
        String raw = topics.raw().name();
        if (!kafka.committedOffsets(identity.analyseId(), raw).isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        plan.warmUps()
                .forEach((partition, offset) ->
                        offsets.put(new TopicPartition(raw, partition), new OffsetAndMetadata(offset)));
        kafka.broker()
                .awaitAnswer(kafka.broker()
                        .adminClient()
                        .alterConsumerGroupOffsets(identity.analyseId(), offsets)
                        .all());
    }

    private void watchProgress(ReplayListener listener, BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("interrupted; the same command goes on with run " + identity.run());
        }
        Optional<String> failure = application.failureMessage();
        if (failure.isPresent()) {
            throw new ReplayException(
                    failure.get() + "; when the cause is gone, the same command goes on with run " + identity.run(),
                    null);
        }
        long now = System.nanoTime();
        if (now - toldAt >= TELL_EVERY.toNanos()) {
            toldAt = now;
            listener.runProgresses(new ProgressReader(kafka, plan, identity)
                    .readProgress(application.readiness().obstacles()));
        }
    }

    @Override
    public void close() {
        application.close();
        lock.close();
    }
}
