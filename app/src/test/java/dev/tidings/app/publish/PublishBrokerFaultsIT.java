package dev.tidings.app.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalBroker;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The broker is killed between two transactions, when their ends are written: one that is killed before can forget them
 * when it comes back alone (KAFKA-20734), and no publisher could do anything about that.
 */
@FaultSeries
class PublishBrokerFaultsIT {

    private static final int ARTICLES = 200;

    @TempDir
    Path temporary;

    LocalBroker broker;
    PublisherRun publisherRun;
    Path news;

    @BeforeEach
    void aBrokerOfItsOwnAndAFolder() throws IOException {
        Path data = temporary.resolve("data");
        broker = LocalBroker.inFolder(
                new StackConfig(Installation.currentInstallation(), new DataFolder(data), StackPurpose.TEST));
        broker.start();
        publisherRun = new PublisherRun(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "schema.registry.url", "mock://publish-broker-faults",
                        "publish.batch.articles", "20"),
                Topics.of(Topics.DEFAULT_PREFIX));
        news = Files.createDirectory(temporary.resolve("news"));
        for (int i = 0; i < ARTICLES; i++) {
            Files.writeString(news.resolve(i + ".txt"), "article " + i);
        }
    }

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Test
    void aBrokerThatIsKilledAndComesBackIsWaitedFor() {
        PublishSummary summary = publisherRun.publish(
                after(60, () -> {
                    publisherRun.awaitMarkers();
                    broker.process().kill();
                    broker.start();
                }),
                request());

        assertThat(summary.published()).isEqualTo(ARTICLES);
        publisherRun.assertEachPublishedOnce(ARTICLES);
    }

    @Test
    void aBrokerThatStaysAwayIsToldInOneLineAndTheNextRunGoesOn() {
        AtomicBoolean killed = new AtomicBoolean();
        PublisherRun impatient = publisherRun
                .with("kafka.max.block.ms", "30000")
                .with("kafka.delivery.timeout.ms", "30000")
                .with("kafka.request.timeout.ms", "8000");

        assertThatThrownBy(() -> impatient.publish(
                        after(60, () -> {
                            publisherRun.awaitMarkers();
                            broker.process().kill();
                            killed.set(true);
                        }),
                        request()))
                .isInstanceOf(DependencyUnreachableException.class)
                .hasMessage("Kafka at " + broker.bootstrapServers()
                        + " does not answer; start it with 'tidings up' or set --bootstrap-server");
        assertThat(killed).isTrue();

        broker.start();
        // The transaction after that of the 60th may have been committed by then, the last one not.
        assertThat(publisherRun.publish(news).unchanged()).isBetween(60L, ARTICLES - 1L);
        publisherRun.assertEachPublishedOnce(ARTICLES);
    }

    private PublishRequest request() {
        return PublishRequest.of(List.of(news), Optional.empty());
    }

    private static PublishListener after(int inputs, Runnable event) {
        return new PublishListener() {
            private int ended;

            @Override
            public void inputEnded(PublishOutcome outcome) {
                ended++;
                if (ended == inputs) {
                    event.run();
                }
            }
        };
    }
}
