package dev.tidings.streams.replay.run;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.schemas.ReplayState;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.ApplicationOutline;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.replay.output.OutputDigest;
import dev.tidings.streams.replay.plan.ReplayException;
import dev.tidings.streams.replay.plan.ReplayKafka;
import dev.tidings.streams.replay.plan.ReplayPlan;
import dev.tidings.streams.replay.plan.ReplayPlanner;
import dev.tidings.streams.replay.plan.ReplayRequest;
import dev.tidings.streams.replay.plan.RunIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;

/**
 * The replays of one raw topic: begin or resume one, list them, drop one.
 *
 * <p>A run is deterministic: the same raw records, warm-up, versions and settings give the same output, by {@link
 * OutputDigest}. Decisions are numbered from the first record of the warm-up, though those of the warm-up are not
 * written.
 *
 * <p>For one thread, but {@link #requestStop()} may be called from any.
 */
public final class Replays implements AutoCloseable {

    private final ReplayKafka kafka;
    private final Topics live;
    private final RunRepository register;
    private volatile boolean stopped;

    private Replays(ReplayKafka kafka, Topics live) {
        this.kafka = kafka;
        this.live = live;
        this.register = new RunRepository(kafka, live.replays());
    }

    /**
     * Connects, and makes sure of the live topics.
     *
     * @param settings settings resolved with those of streams, deduplication and stories
     * @param live topics that raw is one of
     * @throws SettingsException when a setting or a topic does not fit
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when Kafka or the registry does not answer
     */
    public static Replays open(Settings settings, Topics live) {
        TopicAdmin broker = new TopicAdmin(settings);
        try {
            broker.ensureTopics(live);
            new SchemaRegistration(settings.registryConfig()).registerAll(live);
            return new Replays(new ReplayKafka(settings, broker), live);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /**
     * Connects to look at the runs; makes nothing.
     *
     * @param settings settings resolved with those of streams, deduplication and stories
     * @param live topics that raw is one of
     * @throws SettingsException when a setting does not fit, or there is no topic of runs
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when Kafka does not answer
     */
    public static Replays openToRead(Settings settings, Topics live) {
        TopicAdmin broker = new TopicAdmin(settings);
        try {
            broker.requireTopic(live, live.replays());
            return new Replays(new ReplayKafka(settings, broker), live);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /**
     * Runs a replay to its end, or goes on with one that an earlier process left; of one that is done it returns the
     * result again.
     *
     * @throws SettingsException when the name belongs to a run of another range or of other versions or settings, there is no
     *     record in the range, or the registry is not the one that the records were written with
     * @throws java.util.concurrent.CancellationException when it was stopped before its end
     * @throws ReplayException when it cannot go on for now
     */
    public ReplayRun runReplay(ReplayRequest request, ReplayListener listener) {
        Optional<ReplayRun> known = register.findRun(request.name());
        known.ifPresent(run -> RunRecords.checkSameRange(run, request));
        if (known.isPresent() && known.get().getState() == ReplayState.DONE) {
            return sameResult(known.get());
        }
        new SchemaCheck(kafka.settings()).requireSameRegistry(List.of(live.raw()));
        RunIdentity identity = new RunIdentity(live, request.name());
        ReplayPlan plan = known.map(RunRecords::planOf)
                .orElseGet(() -> new ReplayPlanner(kafka, live.raw()).planOffsets(request));
        try (ReplayJob job = new ReplayJob(kafka, identity, plan)) {
            Map<String, String> versions = versionsOf(job.applicationIds());
            known.ifPresent(run -> RunRecords.checkSameVersions(run, versions));
            ReplayRun run = known.orElseGet(() -> beginRun(request, plan, versions));
            listener.runBegins(run, known.isPresent());
            ReplayRun done = RunRecords.finishedRun(run, job.runToEnd(listener, () -> stopped));
            register.putRun(done);
            return done;
        } catch (KafkaException e) {
            throw new ReplayException(
                    "Kafka refuses to go on: " + e.getMessage() + "; the same command goes on with run "
                            + request.name() + " when the cause is gone",
                    e);
        }
    }

    /** Returns a run that is done, if it would come to the same result today. */
    private ReplayRun sameResult(ReplayRun done) {
        RunIdentity identity = new RunIdentity(live, done.getName());
        try (StreamsApplication application =
                ReplayJob.applicationOf(kafka.settings(), identity, RunRecords.planOf(done))) {
            RunRecords.checkSameVersions(done, versionsOf(application.outlines()));
        }
        return done;
    }

    private ReplayRun beginRun(ReplayRequest request, ReplayPlan plan, Map<String, String> versions) {
        ReplayRun run = RunRecords.begunRun(request, plan, versions);
        register.putRun(run);
        return run;
    }

    private static Map<String, String> versionsOf(List<ApplicationOutline> applications) {
        Map<String, String> versions = new TreeMap<>();
        applications.forEach(application -> versions.putAll(application.versions()));
        return versions;
    }

    /** Returns all runs, by name. */
    public List<ReplayRun> allRuns() {
        return register.allRuns();
    }

    /** Returns how far a run is that is not done, whichever process works on it. */
    public ReplayProgress progressOf(ReplayRun run) {
        return new ProgressReader(kafka, RunRecords.planOf(run), new RunIdentity(live, run.getName()))
                .readProgress(List.of());
    }

    /**
     * Deletes everything of a run: topics, consumer groups, state, record. What was deleted before a failure stays
     * deleted; calling it again deletes the rest.
     *
     * @throws SettingsException when there is no such run, a process still works on it, or the data folder belongs to
     *     another cluster
     */
    public void dropRun(String name) {
        ReplayRequest.checkName(name);
        ReplayRun run = register.findRun(name)
                .orElseThrow(() -> new SettingsException(
                        "there is no run " + name + "; 'tidings replay list' shows which there are"));
        // The state of a run of that name in another cluster is not this one's.
        kafka.broker().clusterMark().check(kafka.settings().get(ConnectionSettings.DATA_DIR));
        new RunDeletion(kafka, new RunIdentity(live, name), RunRecords.planOf(run)).deleteRun();
        register.removeRun(name);
    }

    /** Lets {@link #runReplay} end as soon as it can; the run can be gone on with. */
    public void requestStop() {
        stopped = true;
    }

    @Override
    public void close() {
        kafka.broker().close();
    }
}
