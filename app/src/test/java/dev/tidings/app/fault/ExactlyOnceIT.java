package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.bench.SyntheticArticles;
import dev.tidings.app.stack.Installation;
import dev.tidings.producer.publish.PublishSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand articles, a tenth of them planned copies, while streams and sink are killed three times each: by id,
 * nothing is lost and nothing doubled, and every decision follows from the log, those on later versions and revisions
 * too. The same run without exactly-once is the control that shows that the check can fail.
 */
@FaultSeries
class ExactlyOnceIT {

    /** A short form of the series asks for fewer. */
    private static final int ARTICLES = Integer.getInteger("tidings.test.faults.articles", 10_000);

    private static final int VERSIONS = 600;
    private static final int GROUPED_AGAIN = 500;
    private static final String ROOT = "synthetic";

    @TempDir
    private static Path folder;

    private static SyntheticArticles planned;

    @BeforeAll
    static void writeArticles() throws IOException {
        Files.createDirectory(folder.resolve(ROOT));
        planned = SyntheticArticles.writeArticles(
                Installation.currentInstallation().home().resolve("seeds"),
                folder.resolve(ROOT),
                ARTICLES,
                SyntheticArticles.REPORT,
                20210929);
    }

    @Test
    void nothingIsLostOrDoubledWhenStreamsAndSinkAreKilled() {
        try (Pipeline pipeline = Pipeline.in(folder.resolve("exactly-once"), Map.of())) {
            PublishSummary summary = publishWhileKilling(pipeline);

            assertThat(summary.undecided()).isZero();
            Books books = new Books(pipeline, planned, ROOT);
            assertThat(books.complaints()).isEmpty();
            books.assertThatStoreHoldsTheSame();
            publishVersionsWhileKilling(pipeline);
            assertThat(books.verdicts()).contains("EXACT", "NEAR", "CONTAINED", "EXPANSION", "REWRITTEN", "REVISION");
            assertThatTheLogExplainsEveryDecision(pipeline, books);
            assertThatTheFeaturesExplainTheStories(pipeline, books);
        }
    }

    /** The control needs many articles, so that all kills find work: the short form of the series leaves it out. */
    @Test
    @Tag("control")
    void checkFailsWithoutExactlyOnce() {
        Map<String, String> atLeastOnce =
                Map.of("streams.guarantee", "at_least_once", "streams.commit.interval", "PT30S");
        try (Pipeline pipeline = Pipeline.in(folder.resolve("at-least-once"), atLeastOnce)) {
            publishWhileKilling(pipeline);

            assertThat(new Books(pipeline, planned, ROOT).complaints())
                    .anyMatch(complaint -> complaint.contains("doubled") || complaint.contains("suppressed"));
        }
    }

    /** Each kill waits until work is going on, and finds it unfinished: a run in which none does proves nothing. */
    private static PublishSummary publishWhileKilling(Pipeline pipeline) {
        pipeline.start(Pipeline.STREAMS);
        pipeline.start(Pipeline.SINK);
        CompletableFuture<PublishSummary> publish =
                CompletableFuture.supplyAsync(() -> pipeline.publish(folder.resolve(ROOT)));
        for (int kill = 1; kill <= 3; kill++) {
            pipeline.awaitGrowth(pipeline.topics().enriched(), kill * (ARTICLES / 6L));
            assertThat(publish)
                    .as("kill " + kill + " of streams is in the middle of the work")
                    .isNotDone();
            pipeline.killAndRestart(Pipeline.STREAMS);
            pipeline.killAndRestart(Pipeline.SINK);
        }
        return publish.join();
    }

    /** Versions of articles that are known, and revisions of those versions while streams is killed once more. */
    private static void publishVersionsWhileKilling(Pipeline pipeline) {
        List<Path> originals = planned.originals().stream()
                .limit(VERSIONS)
                .map(folder.resolve(ROOT)::resolve)
                .toList();
        Path later = folder.resolve("versions");
        Versions versions = new Versions(later, originals);
        assertThat(pipeline.publish(later).undecided()).isZero();
        versions.correct();
        long before = pipeline.end(pipeline.topics().enriched());
        CompletableFuture<PublishSummary> publish = CompletableFuture.supplyAsync(() -> pipeline.publish(later));
        pipeline.awaitGrowth(pipeline.topics().enriched(), before + 1);
        assertThat(publish).as("the kill is in the middle of the work").isNotDone();
        pipeline.killAndRestart(Pipeline.STREAMS);
        assertThat(publish.join().undecided()).isZero();
    }

    private static void assertThatTheLogExplainsEveryDecision(Pipeline pipeline, Books books) {
        List<ConsumerRecord<byte[], byte[]>> written = Stream.concat(
                        books.records(pipeline.topics().enriched()), books.decidedRelations())
                .toList();
        List<ConsumerRecord<byte[], byte[]>> log =
                books.records(pipeline.topics().analysed()).toList();

        assertThat(AnalysedLog.decisions(log, pipeline.settings(), folder.resolve("dedup-log")))
                .isEqualTo(AnalysedLog.written(written).stream().sorted().toList());
    }

    /** Of the first ones: grouping all again would take as long as the rest of the test. */
    private static void assertThatTheFeaturesExplainTheStories(Pipeline pipeline, Books books) {
        List<String> expected = AnalysedLog.stories(
                books.records(pipeline.topics().storyFeatures())
                        .limit(GROUPED_AGAIN)
                        .toList(),
                pipeline.settings(),
                folder.resolve("story-log"));
        pipeline.awaitGrowth(pipeline.topics().stories(), 2L * expected.size());

        assertThat(expected).hasSizeGreaterThanOrEqualTo(GROUPED_AGAIN);
        assertThat(AnalysedLog.written(books.records(pipeline.topics().stories())
                        .limit(expected.size())
                        .toList()))
                .isEqualTo(expected);
    }
}
