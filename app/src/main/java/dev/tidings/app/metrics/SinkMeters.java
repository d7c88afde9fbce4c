package dev.tidings.app.metrics;

import dev.tidings.consumer.sink.SinkObserver;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Measures what a sink does. Safe for use by many threads. */
public final class SinkMeters implements SinkObserver {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Timer batches;
    private final AtomicLong newest = new AtomicLong();
    private final Map<String, Counter> records = new ConcurrentHashMap<>();

    /**
     * Makes the meters of a process.
     *
     * @param topics that it stores; each has its counter from the beginning, so that the first record is a change
     */
    public SinkMeters(MeterRegistry registry, InstantSource clock, Collection<Topic> topics) {
        this.registry = registry;
        this.clock = clock;
        this.batches = Timer.builder("tidings.sink.batch")
                .description("Time that a transaction of the store takes")
                .register(registry);
        topics.forEach(topic -> records.put(topic.name(), recordCounter(topic.name())));
    }

    @Override
    public void batchDone(String topic, int count, long nanos, long time) {
        batches.record(nanos, TimeUnit.NANOSECONDS);
        records.computeIfAbsent(topic, this::recordCounter).increment(count);
        newest.set(time);
    }

    private Counter recordCounter(String topic) {
        return Counter.builder("tidings.sink.records")
                .description("Records that are stored")
                .tag("topic", topic)
                .register(registry);
    }

    /** Returns how old the record is that was stored last; zero when none was. */
    public Duration ageOfNewest(String stage) {
        long time = newest.get();
        return Duration.ofMillis(time == 0 ? 0 : Math.max(0, clock.instant().toEpochMilli() - time));
    }

    @Override
    public void deadLettered(List<DeadLetter> letters) {
        letters.forEach(letter -> StageMeters.deadLetterCounter(registry, "sink", letter.getReason())
                .increment());
    }
}
