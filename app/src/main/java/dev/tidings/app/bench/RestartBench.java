package dev.tidings.app.bench;

import dev.tidings.app.bench.RestartReport.Restored;
import dev.tidings.app.bench.text.BenchException;
import dev.tidings.app.bench.text.SyntheticArticles;
import dev.tidings.app.bench.text.SyntheticTexts;
import dev.tidings.app.stack.Await;
import dev.tidings.app.stack.LocalProcess;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Service;
import dev.tidings.consumer.subscribe.internal.GroupProgress;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.RestoreSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How soon a streams process works again that was killed: gives deduplication a past, and then, several times, kills the
 * process, publishes an article, starts the process and waits until the article is decided.
 */
public final class RestartBench {
    private static final String DEDUP = "dedup";
    /** More articles than a start looks at. */
    private static final int PRESENT = 1_200;
    /** How many of them a second. */
    private static final int RATE = 200;
    /** A restore of everything takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final BenchStack benchStack;
    private final LocalStack stack;
    private final Settings settings;
    private final Topics topics;
    private final Service streams;
    private final Consumer<String> progress;

    private RestartBench(BenchStack benchStack, Settings settings, Service streams, Consumer<String> progress) {
        this.benchStack = benchStack;
        this.stack = benchStack.start();
        this.settings = settings;
        this.topics = ConnectionSettings.topics(settings);
        this.streams = streams;
        this.progress = progress;
    }

    /**
     * Measures restarts.
     *
     * @param articles how many deduplication knows
     * @param kills how often the process is killed
     * @param benchStack where; its broker runs and has its topics
     * @param settings lead to that stack
     * @param streams the program to kill, not running yet
     * @param progress is told what is done next
     * @return one report for each kill
     * @throws BenchException when the process does not come back
     */
    public static List<RestartReport> measureRestarts(
            int articles,
            int kills,
            BenchStack benchStack,
            Settings settings,
            Service streams,
            Consumer<String> progress) {
        return new RestartBench(benchStack, settings, streams, progress).measureKills(articles, kills);
    }

    private List<RestartReport> measureKills(int articles, int kills) {
        stack.startServices(List.of(streams));
        progress.accept("giving the deduplication stage a past of " + articles + " articles ...");
        fillState(articles);
        SyntheticTexts texts = SyntheticTexts.ofSamples(benchStack.samples(), SyntheticArticles.REPORT, -articles);
        try (RatedLoad load = new RatedLoad(settings, topics)) {
            publishPresent(load, texts);
            List<RestartReport> reports = new ArrayList<>();
            for (int kill = 1; kill <= kills; kill++) {
                progress.accept("kill " + kill + " of " + kills + " ...");
                reports.add(measureKill(kill, articles, () -> load.sendAll(List.of(texts.nextText()), RATE)));
            }
            return List.copyOf(reports);
        }
    }

    private void fillState(int articles) {
        try (StateFiller filler = new StateFiller(settings, topics)) {
            SyntheticTexts texts = SyntheticTexts.ofSamples(benchStack.samples(), SyntheticArticles.ARTICLE, articles);
            filler.fillState(texts, articles, Instant.now());
        }
        awaitDecided();
    }

    /** A start asks raw for the newest articles that were analysed, and those of the past have never been there. */
    private void publishPresent(RatedLoad load, SyntheticTexts texts) {
        List<String> present = Stream.generate(texts::nextText).limit(PRESENT).toList();
        try (OutcomeWatch watch = OutcomeWatch.ofDecisions(settings, topics)) {
            load.sendAll(present, RATE);
            if (watch.awaitCount(PRESENT).count() < PRESENT) {
                throw new BenchException("not every article was decided");
            }
        }
    }

    private RestartReport measureKill(int kill, int articles, Runnable nextArticle) {
        process().kill();
        double load = CpuMeter.loadAverage();
        try (OutcomeWatch watch = OutcomeWatch.ofDecisions(settings, topics)) {
            nextArticle.run();
            long begin = System.nanoTime();
            // Started without waiting: the first article may be decided before the process says that it is ready.
            stack.startServices(List.of(new Service(streams.name(), streams.command(), started -> true)));
            CompletableFuture<Duration> ready = CompletableFuture.supplyAsync(() -> awaitReady(begin));
            Duration first = awaitFirst(watch, begin);
            return RestartReport.of(kill, articles, first, ready.join(), restored(), load);
        }
    }

    private Duration awaitReady(long begin) {
        LocalProcess started = process();
        if (!Await.waitUntil(PATIENCE, () -> streams.ready().test(started))) {
            throw new BenchException("streams did not become ready again");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration awaitFirst(OutcomeWatch watch, long begin) {
        OutcomeCounts decided = watch.awaitCount(1);
        while (decided.count() == 0 && System.nanoTime() - begin < PATIENCE.toNanos()) {
            decided = watch.awaitCount(1);
        }
        if (decided.count() == 0) {
            throw new BenchException("no article was decided any more");
        }
        return Duration.ofNanos(decided.lastNanos() - begin);
    }

    private Restored restored() {
        Path log = benchStack.folder().logFile(streams.name());
        try (var lines = Files.lines(log)) {
            return lines.map(RestoreSummary::findIn)
                    .flatMap(Optional::stream)
                    .filter(summary -> summary.application().equals(DEDUP))
                    .map(summary -> new Restored(summary.records(), summary.millis(), summary.skipped()))
                    .reduce(new Restored(0, 0, 0), RestartBench::sum);
        } catch (IOException e) {
            throw new BenchException("the log " + log + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Restored sum(Restored one, Restored other) {
        return new Restored(
                one.records() + other.records(), one.millis() + other.millis(), one.skipped() + other.skipped());
    }

    private LocalProcess process() {
        return stack.processes().stream()
                .filter(process -> process.name().equals(streams.name()))
                .findFirst()
                .orElseThrow(() -> new BenchException("streams has ended; see its log"));
    }

    private void awaitDecided() {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            GroupProgress dedup = new GroupProgress(
                    admin, topics.idPrefix() + DEDUP, Set.of(topics.analysed().name()));
            if (!dedup.awaitCaughtUp(PATIENCE)) {
                throw new BenchException("the deduplication stage does not catch up");
            }
        }
    }
}
