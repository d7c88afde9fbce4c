package dev.tidings.app.bench;

import dev.tidings.app.bench.BenchReport.Machine;
import dev.tidings.app.bench.BenchReport.WithState;
import dev.tidings.app.bench.text.ArticleSupply;
import dev.tidings.app.bench.text.BenchException;
import dev.tidings.kafka.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The benchmark from warm-up to report:
 *
 * <pre>
 *  first articles ─▶ warm-up ─▶ articles at full speed ─▶ articles at a rate ─▶ nothing
 *  (─▶ a past ─▶ articles at full speed) ─▶ pass-through ─▶ the analysis alone
 * </pre>
 *
 * Every phase checks that each of its articles has ended once, so a figure is never that of work left undone.
 */
public final class Bench {
    private static final int WINDOW = 4_000;
    private static final int LOT = 2_000;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final String STEADY = "articles";

    private final BenchPlan plan;
    private final BenchPipeline benchPipeline;
    private final Consumer<String> progress;

    private Bench(BenchPlan plan, BenchPipeline benchPipeline, Consumer<String> progress) {
        this.plan = plan;
        this.benchPipeline = benchPipeline;
        this.progress = progress;
    }

    /**
     * Runs the phases of a benchmark and measures them.
     *
     * @param plan how many articles and at which rate
     * @param supply of the articles
     * @param stack where; its broker runs and has its topics
     * @param settings lead to that stack
     * @param services its programs, none running yet
     * @param progress is told what is done next
     * @return the figures
     * @throws BenchException when an article was lost or doubled, or a part does not do its work
     */
    public static BenchReport runBenchmark(
            BenchPlan plan,
            ArticleSupply supply,
            BenchStack stack,
            Settings settings,
            BenchServices services,
            Consumer<String> progress) {
        double load = CpuMeter.loadAverage();
        try (BenchPipeline benchPipeline = BenchPipeline.openPipeline(stack, supply, settings, services)) {
            return new Bench(plan, benchPipeline, progress).measureAll(load);
        }
    }

    private BenchReport measureAll(double load) {
        benchPipeline.startPipeline();
        Optional<BenchReport.Phase> first = measureFirst();
        WarmUp warmUp = new WarmUp();
        int warming = warmUp(warmUp);
        progress.accept("publishing " + plan.articles() + " articles at full speed ...");
        BenchReport.Phase steady =
                benchPipeline.measureThroughput(STEADY, plan.articles()).phase();
        progress.accept("publishing " + plan.rate() + " articles a second for "
                + plan.rated().toSeconds() + " s ...");
        BenchReport.Latency latency = benchPipeline.measureLatency(plan);
        progress.accept("waiting " + IDLE.toSeconds() + " s with nothing to do ...");
        Map<String, Double> idle = benchPipeline.measureIdle(IDLE);
        Optional<WithState> past = plan.state() > 0 ? Optional.of(measurePast(steady)) : Optional.empty();
        progress.accept("the same articles through a topology that only copies them ...");
        benchPipeline.startPassThrough();
        BenchReport.Phase ceiling = benchPipeline.passThrough(STEADY).phase();
        progress.accept("analysing articles stage by stage ...");
        return new BenchReport(
                first,
                warming,
                warmUp.isWarm(),
                steady,
                ceiling,
                latency,
                idle,
                AnalysisCost.measureStages(benchPipeline.supply(), Math.min(LOT, plan.articles())),
                past,
                new Machine(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().toString(),
                        load));
    }

    private Optional<BenchReport.Phase> measureFirst() {
        if (plan.first() == 0) {
            return Optional.empty();
        }
        progress.accept("publishing the first " + plan.first() + " articles at full speed ...");
        return Optional.of(
                benchPipeline.measureThroughput("first", plan.first()).phase());
    }

    /** Returns how many articles it took. */
    private int warmUp(WarmUp warmUp) {
        int published = 0;
        while (!warmUp.isWarm() && published + WINDOW <= plan.warmUp()) {
            progress.accept("warming up with " + WINDOW + " articles ...");
            Throughput window = benchPipeline.measureThroughput("warm-up-" + published, WINDOW);
            progress.accept("... " + Math.round(window.totalMicros()) + " µs of processor time an article");
            warmUp.addWindow(window.totalMicros());
            published += WINDOW;
        }
        return published;
    }

    private WithState measurePast(BenchReport.Phase none) {
        progress.accept("giving the deduplication stage a past of " + plan.state() + " articles ...");
        benchPipeline.fillState(plan.state());
        // The sink was stopped meanwhile, and is as slow as it was at first.
        progress.accept("warming up with " + WINDOW + " articles ...");
        benchPipeline.measureThroughput("warm-up-again", WINDOW);
        progress.accept("publishing " + plan.articles() + " articles at full speed again ...");
        BenchReport.Phase with =
                benchPipeline.measureThroughput("with-past", plan.articles()).phase();
        return new WithState(
                plan.state(), with, Math.round(100.0 * with.articlesPerSecond() / none.articlesPerSecond()));
    }
}
