package dev.tidings.producer.publish.watch;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.PublishCounts;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.transaction.RootPublisher;
import dev.tidings.producer.source.InputSelection;
import dev.tidings.producer.source.WatchedRoot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Watches several roots, each on a thread of its own, so that none waits for another; the first that fails ends all.
 */
public record FolderWatches(KafkaAccess kafka, TopicAdmin topics, Clock clock, BooleanSupplier stopped, Runnable stop) {

    private static final int PROBE_MS = 2_000;

    /** Watches until stopped. */
    public void watchUntilStopped(
            PublishRequest request, PublishCounts publishCounts, Function<InputSelection, RootPublisher> begin) {
        request.inputSelections().forEach(FolderWatches::checkFolder);
        ExecutorService threads =
                Executors.newFixedThreadPool(request.inputSelections().size());
        try {
            ExecutorCompletionService<Boolean> watches = new ExecutorCompletionService<>(threads);
            for (InputSelection inputSelection : request.inputSelections()) {
                var unused = watches.submit(
                        () -> watchRoot(inputSelection, publishCounts, () -> begin.apply(inputSelection)));
            }
            awaitAll(watches, request.inputSelections().size());
        } catch (InterruptedException e) {
            stop.run();
            throw new InterruptException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static void checkFolder(InputSelection inputSelection) {
        List<Path> files = inputSelection.files();
        if (!files.isEmpty()) {
            throw new SettingsException("--watch watches folders, and "
                    + inputSelection.sourceRoot().realPath().resolve(files.get(0))
                    + " is a file; give its folder, or publish it without --watch");
        }
    }

    private boolean watchRoot(InputSelection inputSelection, PublishCounts publishCounts, Supplier<RootPublisher> begin)
            throws InterruptedException {
        try (WatchedRoot files = new WatchedRoot(
                inputSelection.sourceRoot(),
                millis(PublishSettings.SETTLE_MS),
                millis(PublishSettings.RESCAN_MS),
                clock)) {
            new RootWatch(files, new Reopening(begin), publishCounts).publishUntilStopped(stopped);
            return true;
        }
    }

    private Duration millis(Setting<Long> setting) {
        return Duration.ofMillis(kafka.settings().get(setting));
    }

    private void awaitAll(ExecutorCompletionService<Boolean> watches, int count) throws InterruptedException {
        RuntimeException first = null;
        for (int ended = 0; ended < count; ended++) {
            RuntimeException failure = firstFailure(watches);
            if (failure != null && first == null) {
                first = failure;
                stop.run();
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException firstFailure(ExecutorCompletionService<Boolean> watches)
            throws InterruptedException {
        try {
            boolean unused = watches.take().get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Asks the broker before a publisher is opened, which would wait half a minute for one that does not answer. */
    private final class Reopening implements RootWatch.Publishers {

        private final Supplier<RootPublisher> begin;

        Reopening(Supplier<RootPublisher> begin) {
            this.begin = begin;
        }

        @Override
        public boolean isReachable() {
            try {
                topics.adminClient()
                        .describeCluster(new DescribeClusterOptions().timeoutMs(PROBE_MS))
                        .nodes()
                        .get();
                return true;
            } catch (ExecutionException e) {
                return false;
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }

        @Override
        public RootPublisher beginPublisher() {
            return begin.get();
        }
    }
}
