package dev.tidings.bench.meters;

import dev.tidings.app.metrics.ServiceMeters;
import dev.tidings.app.metrics.StageMeters;
import dev.tidings.kafka.health.ProcessHealth;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.streams.topology.StageObserver;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the meters cost for an article that goes through all stages: the clock read twice and a timer for each of 22
 * steps, a counter for each of three stages, and those of one decision. And what a scrape of them costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MetersBenchmark {
    private static final int STEPS = 22;
    private static final List<String> STAGES = List.of("analyse", "dedup", "stories");

    private final ServiceMeters service = new ServiceMeters(
            new ProcessIdentity("streams", "main", List.of(), List.of(), ""),
            new ProcessHealth(InstantSource.system()));
    private final StageMeters meters = new StageMeters(service.registry(), InstantSource.system());
    private final List<StageObserver.Step> steps = IntStream.range(0, STEPS)
            .mapToObj(step -> meters.observeStep("analyse", "step-" + step))
            .toList();
    private int article;

    /** The meters of one article. */
    @Benchmark
    public void countArticle() {
        long time = System.currentTimeMillis();
        for (StageObserver.Step step : steps) {
            long start = System.nanoTime();
            step.takeTime(System.nanoTime() - start);
        }
        STAGES.forEach(stage -> meters.recordTaken(stage, time));
        meters.candidatesCompared(3);
        meters.articleDecided("NEW", true, "source-" + article++ % 200, time);
    }

    /** A scrape of the meters of the process, without those that are read off Kafka's clients. */
    @Benchmark
    public String scrapeMeters() {
        return service.scrape();
    }
}
