package dev.tidings.app.fault;

import dev.tidings.app.fault.ledger.Audit;
import dev.tidings.app.fault.ledger.Fresh;
import dev.tidings.app.fault.ledger.Ledger;
import dev.tidings.app.fault.ledger.LedgerReader;
import dev.tidings.app.fault.ledger.Place;
import dev.tidings.app.fault.ledger.Planned;
import dev.tidings.app.fault.ledger.StoredVersions;
import dev.tidings.app.fault.ledger.Undisturbed;
import dev.tidings.app.fault.stack.Child;
import dev.tidings.app.fault.stack.Load;
import dev.tidings.app.fault.stack.Pipeline;
import dev.tidings.app.fault.stack.Servers;
import dev.tidings.app.stack.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where scenarios take place, one after the other: a pipeline under load, its ledger, and the undisturbed run that its
 * verdicts are compared with. For one thread.
 */
public final class Arena implements AutoCloseable {

    /** So much has to end between two faults: then all stages work. */
    private static final int FLOW = 30;

    /** More than are fetched at once. */
    private static final int ON_ITS_WAY = 200;

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration STORIES = Duration.ofMinutes(1);

    private final Servers servers;
    private final Pipeline pipeline;
    private final Ledger ledger = new Ledger();
    private final LedgerReader reader;
    private final Undisturbed undisturbed;
    private final List<Planned> plan = new ArrayList<>();
    private Optional<Load> load = Optional.empty();
    private final List<Runnable> atTheEnd = new ArrayList<>();
    private int fired;

    /**
     * Makes one; the pipeline's topics are made, and nothing else runs yet.
     *
     * @param folder of the undisturbed run
     * @param form what of a line of that run has to be the same
     */
    Arena(Servers servers, Pipeline pipeline, Path folder, UnaryOperator<String> form) {
        this.servers = servers;
        this.pipeline = pipeline;
        pipeline.makeTopics();
        this.reader = LedgerReader.start(pipeline.settings(), pipeline.topics(), ledger);
        this.undisturbed = new Undisturbed(pipeline.settings(), pipeline.topics(), folder, form);
    }

    public Servers servers() {
        return servers;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    /** Begins a scenario: what does not run is started, and articles come. */
    void begin(String name) {
        fired = 0;
        pipeline.start();
        load = Optional.of(new Load(pipeline.watched(), name, ledger).begin());
        awaitFlow();
        reader.beginPauses();
    }

    /** Waits until some dozens of articles more have ended, through all stages. */
    public void awaitFlow() {
        int enough = ledger.endedCount() + FLOW;
        Pipeline.await(
                "the pipeline goes on",
                () -> ledger.endedCount() >= enough || reader.failure().isPresent());
    }

    /** Returns how many articles stand in {@code tidings.enriched}, as a subscriber sees it. */
    public int enriched() {
        return ledger.count(Place.ENRICHED);
    }

    /** Says that a fault has been brought about, in the middle of the work. */
    public void fire() {
        if (load.isEmpty()) {
            throw new AssertionError("nothing was going on when the fault came");
        }
        fired++;
    }

    /** Kills a process while the broker holds a transaction of it open: it is paused first, so that this is certain. */
    public void killInTransaction(Child process, String idPart) {
        Pipeline.await("a transaction of " + idPart + " is open", () -> {
            process.pause();
            boolean open = pipeline.openTransactions(idPart) > 0;
            if (!open) {
                process.resume();
            }
            return open;
        });
        process.kill();
        fire();
    }

    /** Kills the sink while it has something to store: it is paused, and articles come meanwhile. */
    public void killSinkBehind() {
        pipeline.sink().pause();
        Pipeline.await("the sink has something to do", () -> pipeline.sinkLag() > 0);
        pipeline.sink().kill();
        fire();
    }

    /** No articles come for a while. */
    public void pauseLoad() {
        load.ifPresent(running -> running.setPaused(true));
    }

    /** Articles come again; the time between counts as no pause of the pipeline. */
    public void resumeLoad() {
        load.ifPresent(running -> running.setPaused(false));
        awaitFlow();
        reader.beginPauses();
    }

    /** Does something when all scenarios of this arena are over. */
    public void keepUntilTheEnd(Runnable last) {
        atTheEnd.add(last);
    }

    /** Lets a state last for so long, while articles keep coming. */
    public static void last(Duration duration) {
        boolean unused = Await.waitUntil(duration, () -> false);
    }

    /** As {@link #last}, in a state in which nothing can come but what was on its way. */
    public void lastInSilence(Duration duration) {
        int before = ledger.endedCount();
        last(duration);
        int came = ledger.endedCount() - before;
        if (came > ON_ITS_WAY) {
            throw new AssertionError("the fault stopped nothing: " + came + " articles came meanwhile");
        }
    }

    /**
     * Ends a scenario: no more articles come, all come to rest, and the ledger is audited.
     *
     * @param patience how long nothing may move before the rest counts as lost
     */
    Outcome end(Duration patience) {
        load.ifPresent(Load::close);
        load.ifPresent(ended -> plan.addAll(ended.planned()));
        int ids = load.map(ended -> ended.planned().size()).orElse(0);
        load = Optional.empty();
        boolean settled = awaitRest(patience);
        Audit audit = ledger.audit(plan, StoredVersions.inFile(pipeline.store()));
        List<String> complaints = new ArrayList<>(audit.complaints());
        reader.failure().ifPresent(complaints::add);
        if (!settled) {
            complaints.add("nothing moves, and all is not done: " + states());
        }
        return new Outcome(ids, fired, audit, complaints, settled ? differences() : List.of(), reader.longestPause());
    }

    /** Gives up when nothing has moved for long: how fast it moves depends on what else the machine has to do. */
    private boolean awaitRest(Duration patience) {
        boolean settled = isSettled();
        for (int done = -1; !settled && done != progress(); ) {
            done = progress();
            int before = done;
            Await.waitUntil(patience, () -> isSettled() || progress() != before);
            settled = isSettled();
        }
        return settled;
    }

    private int progress() {
        StoredVersions stored = StoredVersions.inFile(pipeline.store());
        return ledger.endedCount()
                + stored.articles().size()
                + stored.suppressed().size();
    }

    private boolean isSettled() {
        last(LOOK);
        return reader.failure().isPresent()
                || (ledger.isSettled(plan)
                        && ledger.audit(plan, StoredVersions.inFile(pipeline.store()))
                                .lost()
                                .isEmpty());
    }

    private List<String> differences() {
        reader.awaitEnd();
        Fresh fresh = reader.takeFresh();
        List<String> differences = new ArrayList<>(undisturbed.differences(fresh));
        List<String> expected = undisturbed.expectedStories(fresh);
        // The stories come last, and nothing but their number tells that all are there.
        Await.waitUntil(
                STORIES,
                () -> fresh.stories().size()
                                + reader.freshCount(pipeline.topics().stories())
                        >= expected.size());
        reader.awaitEnd();
        differences.addAll(undisturbed.storyDifferences(
                expected, fresh.withStories(reader.takeFresh().stories())));
        return differences;
    }

    private Map<String, String> states() {
        return Map.of(
                "streams", pipeline.streams().lastWords(),
                "sink", pipeline.sink().lastWords(),
                "publisher", pipeline.publisher().lastWords());
    }

    /**
     * What a scenario has brought.
     *
     * @param ids versions of articles in its time
     * @param fired faults that were brought about
     * @param audit of all that was ever published here
     * @param complaints what is wrong, in lines
     * @param differences from the undisturbed run
     * @param pause longest time without an outcome
     */
    record Outcome(
            int ids, int fired, Audit audit, List<String> complaints, List<String> differences, Duration pause) {}

    @Override
    public void close() {
        load.ifPresent(Load::close);
        atTheEnd.forEach(Runnable::run);
        reader.close();
        undisturbed.close();
        pipeline.close();
    }
}
