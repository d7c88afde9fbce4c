package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.bench.SyntheticArticles;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalCluster;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.producer.publish.PublishSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broker of three is killed in the middle of the work; publisher, streams and sink go on with the other two. */
@FaultSeries
class BrokerLossIT {

    private static final int ARTICLES = 1_500;
    private static final String ROOT = "synthetic";

    @TempDir
    private Path folder;

    @Test
    void theBrokerThatLeadsTheAnalysedTopicIsKilledAndNothingIsLostOrDoubled() throws IOException {
        Path articles = Files.createDirectory(folder.resolve(ROOT));
        SyntheticArticles planned = SyntheticArticles.writeArticles(
                Installation.currentInstallation().home().resolve("seeds"),
                articles,
                ARTICLES,
                SyntheticArticles.REPORT,
                1848);
        StackConfig stackConfig = Pipeline.newStackConfig(folder.resolve("data"));
        try (LocalCluster cluster = LocalCluster.startNodes(stackConfig, 3);
                Pipeline pipeline = Pipeline.on(cluster, stackConfig, Map.of())) {
            pipeline.start(Pipeline.STREAMS);
            pipeline.start(Pipeline.SINK);
            CompletableFuture<PublishSummary> publish = CompletableFuture.supplyAsync(() -> pipeline.publish(articles));
            pipeline.awaitGrowth(pipeline.topics().enriched(), ARTICLES / 4L);
            assertThat(publish).as("the kill is in the middle of the work").isNotDone();
            cluster.node(leaderOfAnalysed(pipeline)).process().kill();

            assertThat(publish.join().undecided()).isZero();
            Books books = new Books(pipeline, planned, ROOT);
            assertThat(books.complaints()).isEmpty();
            books.assertThatStoreHoldsTheSame();
        }
    }

    private static int leaderOfAnalysed(Pipeline pipeline) {
        String analysed = pipeline.topics().analysed().name();
        try (TopicAdmin admin = new TopicAdmin(pipeline.settings())) {
            return admin.awaitAnswer(admin.adminClient()
                            .describeTopics(List.of(analysed))
                            .allTopicNames())
                    .get(analysed)
                    .partitions()
                    .get(0)
                    .leader()
                    .id();
        }
    }
}
