package dev.tidings.app.fault;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.bench.SyntheticArticles;
import dev.tidings.app.stack.Installation;
import dev.tidings.producer.publish.PublishSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes {@code tidings streams} share the work; when one is killed, the other takes over what it left. */
@FaultSeries
class ScaleOutIT {

    private static final int ARTICLES = 3_000;
    private static final String ROOT = "synthetic";
    private static final Map<String, String> SHARED =
            Map.of("streams.threads", "1", "streams.standby.replicas", "1", "streams.transaction.timeout", "PT10S");

    @TempDir
    private Path folder;

    @Test
    void oneOfTwoProcessesIsKilledAndNothingIsLostOrDoubled() throws IOException {
        Path articles = Files.createDirectory(folder.resolve(ROOT));
        SyntheticArticles planned = SyntheticArticles.writeArticles(
                Installation.currentInstallation().home().resolve("seeds"),
                articles,
                ARTICLES,
                SyntheticArticles.REPORT,
                1970);
        try (Pipeline pipeline = Pipeline.in(folder.resolve("data"), SHARED)) {
            pipeline.startInstance(Pipeline.STREAMS, "a");
            pipeline.startInstance(Pipeline.STREAMS, "b");
            pipeline.start(Pipeline.SINK);
            Assignments analyse = new Assignments(pipeline.settings(), "tidings-analyse");
            Assignments dedup = new Assignments(pipeline.settings(), "tidings-dedup");
            await().untilAsserted(() -> assertThat(analyse.byInstance())
                    .hasSize(2)
                    .allSatisfy((instance, partitions) -> assertThat(partitions).hasSize(2)));
            String leader = dedup.byInstance().keySet().iterator().next();
            String other = leader.equals("a") ? "b" : "a";

            CompletableFuture<PublishSummary> publish = CompletableFuture.supplyAsync(() -> pipeline.publish(articles));
            pipeline.awaitGrowth(pipeline.topics().enriched(), ARTICLES / 4L);
            assertThat(analyse.committed())
                    .hasSize(4)
                    .allSatisfy((partition, next) -> assertThat(next).isPositive());
            assertThat(pipeline.stateOf(other)).as("the standby's copy").isNotEmptyDirectory();
            assertThat(publish).as("the kill is in the middle of the work").isNotDone();
            pipeline.killInstance(Pipeline.STREAMS, leader);

            assertThat(publish.join().undecided()).isZero();
            assertThat(analyse.byInstance()).containsOnlyKeys(other);
            assertThat(dedup.byInstance()).isEqualTo(Map.of(other, new TreeSet<>(Set.of("tidings.analysed-0"))));
            Books books = new Books(pipeline, planned, ROOT);
            assertThat(books.complaints()).isEmpty();
            books.assertThatStoreHoldsTheSame();
        }
    }
}
