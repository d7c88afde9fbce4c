package dev.tidings.app.metrics;

import dev.tidings.streams.topology.StageObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Measures what the stages do. The number of labels is bounded, whatever comes. Safe for use by many threads. */
public final class StageMeters implements StageObserver {
    private static final Duration[] FRESHNESS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Timer freshness;
    private final DistributionSummary candidates;
    private final BoundedTag<Counter> sources;
    private final BoundedTag<Counter> deadLetters;
    private final Map<String, Counter> verdicts = new ConcurrentHashMap<>();
    private final Map<String, Taken> taken = new ConcurrentHashMap<>();

    /** What a stage has taken. */
    private record Taken(Counter records, AtomicLong newest) {}

    /**
     * Makes the meters of a process.
     *
     * @param clock by which freshness is measured; the times of articles are the broker's
     */
    public StageMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        this.freshness = Timer.builder("tidings.freshness")
                .description("From when the broker took an article to its decision")
                .serviceLevelObjectives(FRESHNESS)
                .register(registry);
        this.candidates = DistributionSummary.builder("tidings.candidates")
                .description("Earlier articles that were looked at to decide one")
                .register(registry);
        this.sources = new BoundedTag<>(this::sourceCounter);
        this.deadLetters = new BoundedTag<>(this::deadLetterCounter);
    }

    private Counter sourceCounter(String source) {
        return Counter.builder("tidings.source.articles")
                .description("Decided articles by source; beyond the first " + BoundedTag.MAX_VALUES + " they are "
                        + BoundedTag.OTHER)
                .tag("source", source)
                .register(registry);
    }

    private Counter deadLetterCounter(String stepAndReason) {
        int slash = stepAndReason.indexOf('/');
        return slash < 0
                ? deadLetterCounter(registry, BoundedTag.OTHER, BoundedTag.OTHER)
                : deadLetterCounter(registry, stepAndReason.substring(0, slash), stepAndReason.substring(slash + 1));
    }

    static Counter deadLetterCounter(MeterRegistry registry, String step, String reason) {
        return Counter.builder("tidings.dead.letters")
                .description("Inputs that became dead letters")
                .tags("step", step, "reason", reason)
                .register(registry);
    }

    @Override
    public Step observeStep(String stage, String step) {
        Timer timer = Timer.builder("tidings.step")
                .description("Time that a step takes for a record")
                .tags("stage", stage, "step", step)
                .register(registry);
        return nanos -> timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void recordTaken(String stage, long timestamp) {
        Taken so = taken.computeIfAbsent(stage, this::takenBy);
        so.records().increment();
        so.newest().set(timestamp);
    }

    private Taken takenBy(String stage) {
        return new Taken(recordsCounter(registry, stage), new AtomicLong());
    }

    static Counter recordsCounter(MeterRegistry registry, String stage) {
        return Counter.builder("tidings.records")
                .description("Records that a stage has taken")
                .tag("stage", stage)
                .register(registry);
    }

    /** Returns how old the record is that a stage has taken last; zero when it has taken none. */
    public Duration ageOfNewest(String stage) {
        Taken so = taken.get(stage);
        long age = so == null ? 0 : clock.instant().toEpochMilli() - so.newest().get();
        return Duration.ofMillis(Math.max(0, age));
    }

    @Override
    public void deadLettered(String step, String reason) {
        deadLetters.get(step + "/" + reason).increment();
    }

    @Override
    public void articleDecided(String verdict, boolean published, String source, long timestamp) {
        verdicts.computeIfAbsent(verdict + published, key -> verdictCounter(verdict, published))
                .increment();
        sources.get(source).increment();
        freshness.record(Math.max(0, clock.instant().toEpochMilli() - timestamp), TimeUnit.MILLISECONDS);
    }

    private Counter verdictCounter(String verdict, boolean published) {
        return Counter.builder("tidings.verdicts")
                .description("Decisions of deduplication")
                .tags("verdict", verdict, "published", String.valueOf(published))
                .register(registry);
    }

    @Override
    public void candidatesCompared(long count) {
        candidates.record((double) count);
    }
}
