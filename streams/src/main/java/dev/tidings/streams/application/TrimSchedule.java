package dev.tidings.streams.application;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trims the logs that the topologies of this process read, now and then. A log that cannot be trimmed grows, and
 * everything else goes on.
 */
final class TrimSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrimSchedule.class);

    /** What is remembered expires by whole days. */
    private static final Duration GRANULARITY = Duration.ofDays(1);

    private final Settings settings;
    private final List<SupervisedTopology> topologies;
    private final Duration keep;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "trim logs");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Makes a schedule.
     *
     * @param longest the longest window of any topology
     */
    TrimSchedule(Settings settings, List<SupervisedTopology> topologies, Duration longest) {
        this.settings = settings;
        this.topologies = List.copyOf(topologies);
        this.keep = longest.plus(GRANULARITY);
    }

    /** Begins, in a thread of its own. */
    void start() {
        long millis = Math.max(1, settings.get(StreamsSettings.TRIM_INTERVAL).toMillis());
        var unused = clock.scheduleWithFixedDelay(this::trimLogs, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void trimLogs() {
        List<LogTrimmer.Horizon> horizons = topologies.stream()
                .map(topology -> topology.logHorizon(keep))
                .flatMap(Optional::stream)
                .toList();
        if (horizons.isEmpty()) {
            return;
        }
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            horizons.forEach(new LogTrimmer(admin)::trimLog);
        } catch (KafkaException | DependencyUnreachableException e) {
            if (!clock.isShutdown()) {
                LOG.warn(
                        "what lies behind all windows cannot be deleted from the logs, so they grow: {}; if that is no"
                                + " passing trouble, give streams the right to delete their records",
                        e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
