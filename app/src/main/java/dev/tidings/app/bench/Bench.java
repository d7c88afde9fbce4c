package dev.tidings.app.bench;

import dev.tidings.app.bench.BenchReport.Machine;
import dev.tidings.app.bench.BenchReport.WithState;
import dev.tidings.kafka.settings.Settings;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The benchmark from warm-up to report:
 *
 * <pre>
 *  warm-up ─▶ articles at full speed ─▶ articles at a rate ─▶ (a past ─▶ articles at full speed) ─▶ pass-through
 * </pre>
 *
 * Every phase checks that each of its articles has ended once, so a figure is never that of work left undone.
 */
public final class Bench {
    private static final int AGAIN = 4;

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
     * @param stack where; its broker runs and has its topics
     * @param settings lead to that stack
     * @param services its programs, none running yet
     * @param progress is told what is done next
     * @return the figures
     * @throws BenchException when an article was lost or doubled, or a part does not do its work
     */
    public static BenchReport runBenchmark(
            BenchPlan plan, BenchStack stack, Settings settings, BenchServices services, Consumer<String> progress) {
        double load = CpuMeter.loadAverage();
        try (BenchPipeline benchPipeline = BenchPipeline.openPipeline(stack, settings, services)) {
            return new Bench(plan, benchPipeline, progress).measureLatency(load);
        }
    }

    private BenchReport measureLatency(double load) {
        benchPipeline.startPipeline();
        warmUp("warm-up", plan.warmUp());
        progress.accept("publishing " + plan.articles() + " articles at full speed ...");
        Throughput none = benchPipeline.measureThroughput("articles", plan.articles());
        progress.accept("publishing " + plan.rate() + " articles a second for "
                + plan.rated().toSeconds() + " s ...");
        Percentiles latency = benchPipeline.measureLatency(plan);
        Optional<Throughput> past = plan.state() > 0 ? Optional.of(withPast()) : Optional.empty();
        progress.accept("the same articles through a topology that only copies them ...");
        benchPipeline.startPassThrough();
        Throughput ceiling = benchPipeline.passThrough("articles", plan.articles());
        return new BenchReport(
                plan.articles(),
                none.storedPerSecond(),
                none.decidedPerSecond(),
                ceiling.decidedPerSecond(),
                none.microsPerArticle(),
                ceiling.microsPerArticle(),
                plan.rate(),
                plan.ratedArticles(),
                latency.percentileMillis(50),
                latency.percentileMillis(99),
                latency.percentileMillis(100),
                past.map(with -> withState(with, none)),
                new Machine(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().toString(),
                        load,
                        none.usage().othersPercent()));
    }

    private void warmUp(String name, int articles) {
        if (articles > 0) {
            progress.accept("warming up with " + articles + " articles ...");
            benchPipeline.measureThroughput(name, articles);
        }
    }

    private Throughput withPast() {
        progress.accept("giving the deduplication stage a past of " + plan.state() + " articles ...");
        benchPipeline.fillState(plan.state());
        // The sink was stopped meanwhile, and is as slow as it was at first.
        warmUp("warm-up-again", plan.warmUp() / AGAIN);
        progress.accept("publishing " + plan.articles() + " articles at full speed again ...");
        return benchPipeline.measureThroughput("with-past", plan.articles());
    }

    private WithState withState(Throughput with, Throughput none) {
        return new WithState(
                plan.state(),
                with.storedPerSecond(),
                with.decidedPerSecond(),
                with.microsPerArticle(),
                Math.round(100.0 * with.storedPerSecond() / none.storedPerSecond()));
    }
}
