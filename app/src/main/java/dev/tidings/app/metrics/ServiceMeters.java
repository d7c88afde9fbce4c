package dev.tidings.app.metrics;

import dev.tidings.kafka.health.ProcessHealth;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.health.ProcessReport;
import dev.tidings.schemas.ProcessState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The meters of a process: those of every process, and those that its parts add. Safe for use by many threads. */
public final class ServiceMeters implements AutoCloseable {
    /** What Prometheus finds badly named, and nobody needs. */
    private static final Set<String> MISNAMED = Set.of("process.cpu.time", "system.cpu.count");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final List<Runnable> beforeScrape = new ArrayList<>();

    /** Makes the meters of a process and the JVM it runs in. */
    public ServiceMeters(ProcessIdentity identity, ProcessHealth health) {
        registry.config().meterFilter(MeterFilter.deny(id -> MISNAMED.contains(id.getName())));
        garbage.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        Gauge.builder("tidings.ready", health, ServiceMeters::readyValue)
                .description("1 while the process does its work, else 0")
                .strongReference(true)
                .register(registry);
        Gauge.builder("tidings.process", () -> 1)
                .description("1; its labels say which process this is")
                .tags(
                        "kind",
                        identity.kind(),
                        "instance_name",
                        identity.instance(),
                        "version",
                        ProcessIdentity.programVersion())
                .register(registry);
        MultiGauge restores = MultiGauge.builder("tidings.restore.remaining")
                .description("Records of its changelogs that a stage has still to restore")
                .register(registry);
        refreshBeforeScrape(() -> restores.register(restoreRows(health.report()), true));
    }

    private static double readyValue(ProcessHealth health) {
        return health.report().state() == ProcessState.READY ? 1 : 0;
    }

    private static List<MultiGauge.Row<?>> restoreRows(ProcessReport report) {
        return report.restores().stream()
                .<MultiGauge.Row<?>>map(restore -> MultiGauge.Row.of(
                        Tags.of("stage", restore.getStage()), restore.getTotal() - restore.getRestored()))
                .toList();
    }

    /** Returns where further meters are registered. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Lets something be looked up each time before the meters are told. */
    public synchronized void refreshBeforeScrape(Runnable refresh) {
        beforeScrape.add(refresh);
    }

    /** Returns all meters in the text format of Prometheus. */
    public synchronized String scrape() {
        beforeScrape.forEach(Runnable::run);
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
