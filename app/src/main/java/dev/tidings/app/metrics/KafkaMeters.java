package dev.tidings.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * The few of Kafka's hundreds of metrics that tell something of an installation, one value a stage: its threads, tasks
 * and partitions together.
 */
public final class KafkaMeters {
    private static final String RESTORE_CLIENT = "restore-consumer";

    /** How the values of threads and partitions become one. */
    private enum Together {
        SUM,
        MAX
    }

    /** A metric of Kafka's that is told. */
    private enum Known {
        LAG("tidings.lag.records", "consumer-fetch-manager-metrics", "records-lag", Together.SUM),
        FETCHED_BYTES(
                "kafka.consumer.bytes.consumed.rate",
                "consumer-fetch-manager-metrics",
                "bytes-consumed-rate",
                Together.SUM),
        REBALANCES("kafka.consumer.rebalances", "consumer-coordinator-metrics", "rebalance-total", Together.SUM),
        POLL_GAP("kafka.consumer.last.poll.seconds.ago", "consumer-metrics", "last-poll-seconds-ago", Together.MAX),
        COMMIT_TIME("kafka.stream.commit.latency", "stream-thread-metrics", "commit-latency-max", Together.MAX),
        FAILED_THREADS("kafka.stream.failed.threads", "stream-metrics", "failed-stream-threads", Together.SUM),
        STATE_BYTES("tidings.state.bytes", "stream-state-metrics", "total-sst-files-size", Together.SUM),
        STATE_ENTRIES("tidings.state.entries", "stream-state-metrics", "estimate-num-keys", Together.SUM);

        private static final Map<String, Known> BY_METRIC =
                Stream.of(values()).collect(Collectors.toMap(known -> known.metric, known -> known));

        private final String meter;
        private final String group;
        private final String metric;
        private final Together together;

        Known(String meter, String group, String metric, Together together) {
            this.meter = meter;
            this.group = group;
            this.metric = metric;
            this.together = together;
        }

        static @Nullable Known find(MetricName name) {
            Known known = BY_METRIC.get(name.name());
            return known != null && known.group.equals(name.group()) ? known : null;
        }

        /** Kafka has milliseconds where Prometheus has seconds. */
        double valueOf(double value) {
            return this == COMMIT_TIME ? value / 1_000 : value;
        }

        MultiGauge gaugeIn(MeterRegistry registry) {
            MultiGauge.Builder builder = MultiGauge.builder(meter).description(descriptionOf(this));
            return (this == COMMIT_TIME ? builder.baseUnit("seconds") : builder).register(registry);
        }

        private static String descriptionOf(Known known) {
            return switch (known) {
                case LAG -> "Offsets that a stage has not committed yet; 0 when it has done all";
                case FETCHED_BYTES -> "Bytes that are read in a second";
                case REBALANCES -> "How often partitions were shared out anew";
                case POLL_GAP -> "Seconds since a thread has asked for records: it is stuck when this grows";
                case COMMIT_TIME -> "Longest commit of the last half minute";
                case FAILED_THREADS -> "Threads that have died since the start";
                case STATE_BYTES -> "Bytes of state on the disk";
                case STATE_ENTRIES -> "Entries of the state, an estimate";
            };
        }
    }

    private final Map<Known, MultiGauge> gauges = new EnumMap<>(Known.class);
    private final MultiGauge behind;
    private final Supplier<? extends Map<String, ? extends Map<MetricName, ? extends Metric>>> metrics;
    private final Function<String, Duration> ageOfNewest;
    private final ToLongFunction<String> uncommitted;

    private KafkaMeters(
            MeterRegistry registry,
            Supplier<? extends Map<String, ? extends Map<MetricName, ? extends Metric>>> metrics,
            Function<String, Duration> ageOfNewest,
            ToLongFunction<String> uncommitted) {
        this.metrics = metrics;
        this.ageOfNewest = ageOfNewest;
        this.uncommitted = uncommitted;
        for (Known known : Known.values()) {
            gauges.put(known, known.gaugeIn(registry));
        }
        this.behind = MultiGauge.builder("tidings.lag")
                .baseUnit("seconds")
                .description("How old the newest record is that a stage has taken, while others wait; else 0")
                .register(registry);
    }

    /**
     * Adds them to a process.
     *
     * @param metrics of Kafka's clients, by the name of the stage
     * @param ageOfNewest how old the record is that a stage has taken last
     * @param uncommitted how many offsets a stage has fetched and not committed
     */
    public static void addTo(
            ServiceMeters meters,
            Supplier<? extends Map<String, ? extends Map<MetricName, ? extends Metric>>> metrics,
            Function<String, Duration> ageOfNewest,
            ToLongFunction<String> uncommitted) {
        KafkaMeters kafka = new KafkaMeters(meters.registry(), metrics, ageOfNewest, uncommitted);
        meters.refreshBeforeScrape(kafka::refresh);
    }

    private void refresh() {
        Map<Known, List<MultiGauge.Row<?>>> rows = new EnumMap<>(Known.class);
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        metrics.get().forEach((stage, ofStage) -> {
            Map<Known, Double> values = valuesOf(ofStage);
            values.merge(Known.LAG, (double) uncommitted.applyAsLong(stage), Double::sum);
            values.forEach((known, value) -> rows.computeIfAbsent(known, key -> new ArrayList<>())
                    .add(MultiGauge.Row.of(Tags.of("stage", stage), value)));
            boolean waits = values.getOrDefault(Known.LAG, 0.0) > 0;
            double seconds = waits ? ageOfNewest.apply(stage).toMillis() / 1_000.0 : 0;
            ages.add(MultiGauge.Row.of(Tags.of("stage", stage), seconds));
        });
        gauges.forEach((known, gauge) -> gauge.register(rows.getOrDefault(known, List.of()), true));
        behind.register(ages, true);
    }

    private static Map<Known, Double> valuesOf(Map<MetricName, ? extends Metric> metrics) {
        Map<Known, Double> values = new EnumMap<>(Known.class);
        metrics.forEach((name, metric) -> {
            Known known = Known.find(name);
            if (known != null
                    && !name.tags().getOrDefault("client-id", "").contains(RESTORE_CLIENT)
                    && metric.metricValue() instanceof Number value) {
                values.merge(
                        known,
                        // Of what has not happened for a while there is no average.
                        Double.isFinite(value.doubleValue()) ? known.valueOf(value.doubleValue()) : 0,
                        known.together == Together.SUM ? Double::sum : Math::max);
            }
        });
        return values;
    }
}
