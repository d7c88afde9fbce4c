package dev.tidings.app.publish;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalBroker;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FaultSeries
class WatchBrokerFaultsIT {

    @TempDir
    Path temporary;

    @Test
    void anOutageIsToldOnceAndWhatCameMeanwhileIsPublishedOnce() throws Exception {
        LocalBroker broker = LocalBroker.inFolder(new StackConfig(
                Installation.currentInstallation(), new DataFolder(temporary.resolve("data")), StackPurpose.TEST));
        broker.start();
        PublisherRun publisherRun = impatientRun(broker);
        Path news = Files.createDirectory(temporary.resolve("news"));
        Files.writeString(news.resolve("before.txt"), "before the outage");
        try (Watch watch = Watch.of(publisherRun, news)) {
            publisherRun.awaitMarkers();
            broker.process().kill();
            for (int article = 0; article < 20; article++) {
                Files.writeString(news.resolve(article + ".txt"), "during the outage " + article);
            }
            await().until(() -> !watch.notices().isEmpty());
            broker.start();
            await().until(() -> watch.outcomes().size() >= 21);

            assertThat(watch.notices())
                    .containsExactly(
                            "Kafka at " + broker.bootstrapServers() + " does not answer; start it with 'tidings up' or "
                                    + "set --bootstrap-server; watching goes on, and publishing as soon as it can",
                            "publishing of source 'news' goes on");
            watch.stop();
            publisherRun.assertEachPublishedOnce(21);
        } finally {
            broker.stop();
        }
    }

    /** Has short timeouts, so that the outage is noticed soon. */
    private static PublisherRun impatientRun(LocalBroker broker) {
        return new PublisherRun(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "schema.registry.url",
                                "mock://watch-broker-faults"),
                        Topics.of(Topics.DEFAULT_PREFIX))
                .with("kafka.max.block.ms", "20000")
                .with("kafka.delivery.timeout.ms", "20000")
                .with("kafka.request.timeout.ms", "8000");
    }
}
