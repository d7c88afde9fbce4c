package dev.tidings.app.publish;

import dev.tidings.app.stack.Patience;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.producer.source.SourceRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A watch in a thread of its own, with what it says. */
final class Watch implements PublishListener, AutoCloseable {

    private final List<PublishOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final CompletableFuture<SourceRoot> watching = new CompletableFuture<>();
    private final Publisher publisher;
    private final CompletableFuture<PublishSummary> summary;

    private Watch(PublisherRun publisherRun, Path folder) {
        publisher = publisherRun.publisher();
        PublishRequest request = PublishRequest.of(List.of(folder), Optional.empty());
        summary = CompletableFuture.supplyAsync(() -> publisher.watchFolders(request, this));
    }

    /** Starts one and waits until the folder is under watch. */
    static Watch of(PublisherRun publisherRun, Path folder) throws Exception {
        Watch watch = new Watch(publisherRun, folder);
        CompletableFuture.anyOf(watch.watching, watch.summary).get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void inputEnded(PublishOutcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void rootWatched(SourceRoot sourceRoot) {
        watching.complete(sourceRoot);
    }

    @Override
    public void notice(String line) {
        notices.add(line);
    }

    /** What has ended so far; fails when the watch has, so that nobody waits for more. */
    List<PublishOutcome> outcomes() {
        if (summary.isCompletedExceptionally()) {
            summary.join();
        }
        return outcomes;
    }

    List<String> notices() {
        return notices;
    }

    /** How often an input has ended so. */
    long count(String uri, PublishOutcome.InputOutcome inputOutcome) {
        return outcomes().stream()
                .filter(outcome -> outcome.uri().equals(uri) && outcome.outcome() == inputOutcome)
                .count();
    }

    /** The end of the watch, when it comes by itself. */
    CompletableFuture<PublishSummary> end() {
        return summary;
    }

    PublishSummary stop() throws Exception {
        publisher.requestStop();
        return summary.get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        publisher.requestStop();
        summary.handle((ended, failed) -> ended).join();
        publisher.close();
    }
}
