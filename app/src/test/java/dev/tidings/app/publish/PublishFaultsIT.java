package dev.tidings.app.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishException;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.producer.publish.PublisherFencedException;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class PublishFaultsIT {

    @TempDir
    Path temporary;

    PublisherRun publisherRun;
    Topics topics;
    Path news;

    @BeforeEach
    void aFolderAndTopics(LocalStack stack, Topics topics) throws IOException {
        this.topics = topics;
        publisherRun = PublisherRun.on(stack, topics).with("publish.batch.articles", "20");
        news = Files.createDirectory(temporary.resolve("news"));
    }

    @Test
    void aPublisherKilledAtAnyMomentLosesAndDoublesNothing() throws Exception {
        int articles = 2_000;
        write(articles);
        Random moments = new Random(20_210_929);

        for (int kill = 0; kill < 5; kill++) {
            PublisherProcess publisher = PublisherProcess.start(publisherRun, topics.prefix(), news);
            assertThat(publisher.killAfter(1 + moments.nextInt(300)))
                    .as("killed while it was publishing")
                    .isTrue();
        }
        PublishSummary last = publisherRun.publish(news);

        assertThat(last.unchanged()).isBetween(5L, articles - 1L);
        assertThat(last.published()).isEqualTo(articles - last.unchanged());
        publisherRun.assertEachPublishedOnce(articles);
    }

    @Test
    void aSecondPublisherOfARootFencesTheFirst() throws IOException {
        write(200);
        PublishListener takeover = after(
                50, () -> assertThat(publisherRun.publish(news).published()).isPositive());

        assertThatThrownBy(() -> publisherRun.publish(takeover, request()))
                .isInstanceOf(PublisherFencedException.class)
                .hasMessageStartingWith("another publisher of source 'news' has taken over")
                .message()
                .doesNotContain("\n");

        publisherRun.assertEachPublishedOnce(200);
        assertThat(publisherRun.publish(news).unchanged()).isEqualTo(200);
    }

    @Test
    void publishersOfTwoRootsDoNotDisturbEachOther() throws IOException {
        write(100);
        Path wire = Files.createDirectory(temporary.resolve("wire"));
        Files.writeString(wire.resolve("a.txt"), "text");

        PublishSummary summary = publisherRun.publish(
                after(
                        50,
                        () -> assertThat(publisherRun.publish(wire).published()).isEqualTo(1)),
                request());

        assertThat(summary.published()).isEqualTo(100);
        publisherRun.assertEachPublishedOnce(101);
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // what follows the send tells when it failed
    void entriesBehindAnotherRootsOpenTransactionAreWaitedForNotMissed() throws IOException {
        write(40);
        PublisherRun impatient = publisherRun.with("publish.ledger.timeout.ms", "1000");

        try (Producer<byte[], byte[]> other = otherRoot()) {
            // The other root's transaction opens between two of ours, so half of our entries stand behind it.
            publisherRun.publish(
                    after(20, () -> {
                        other.beginTransaction();
                        var unused = other.send(new ProducerRecord<>(
                                topics.ledger().name(), ledgerPartition(), "other/a.txt".getBytes(UTF_8), new byte[] {0
                                }));
                        other.flush();
                    }),
                    request());

            assertThatThrownBy(() -> impatient.publish(news))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("held by another publisher's unfinished transaction");
            other.abortTransaction();
        }
        assertThat(publisherRun.publish(news).unchanged()).isEqualTo(40);
        publisherRun.assertEachPublishedOnce(40);
    }

    @Test
    void aStoppedPublisherFinishesItsTransactionAndTheNextGoesOn() throws IOException {
        write(200);
        PublishSummary stopped;
        try (Publisher publisher = publisherRun.publisher()) {
            stopped = publisher.publishInputs(request(), after(50, publisher::requestStop));
        }
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.published())
                .isEqualTo(publisherRun.articles().size())
                .isBetween(50L, 199L);

        assertThat(publisherRun.publish(news).published()).isEqualTo(200 - stopped.published());
        publisherRun.assertEachPublishedOnce(200);
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // what follows the send tells when it failed
    void aLedgerRecordThatCannotBeReadIsPassedOverAndNothingIsPublishedTwice() throws IOException {
        write(1);
        publisherRun.publish(news);
        int partition = ledgerPartition();
        try (Producer<byte[], byte[]> vandal = otherRoot()) {
            vandal.beginTransaction();
            var unused = vandal.send(new ProducerRecord<>(
                    topics.ledger().name(), partition, "news/0.txt".getBytes(UTF_8), "junk".getBytes(UTF_8)));
            vandal.commitTransaction();
        }

        write(2);
        assertThat(publisherRun.publish(news).published()).isEqualTo(1);
        assertThat(publisherRun.articles())
                .extracting(RawArticle::getUri)
                .containsExactlyInAnyOrder("news/0.txt", "news/1.txt");
    }

    /** The partition of the ledger in which the root's entries stand, once there are any. */
    private int ledgerPartition() {
        return publisherRun.records(topics.ledger()).get(0).partition();
    }

    private PublishRequest request() {
        return PublishRequest.of(List.of(news), Optional.empty());
    }

    private Producer<byte[], byte[]> otherRoot() {
        Map<String, Object> config = publisherRun.settings().kafkaConfig();
        config.put("transactional.id", "other-" + topics.raw().name());
        // What it leaves open stays open for as long as the test needs.
        config.put("transaction.timeout.ms", 600_000);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private void write(int articles) throws IOException {
        for (int i = 0; i < articles; i++) {
            Files.writeString(news.resolve(i + ".txt"), "article " + i);
        }
    }

    /** Does something once, on the publishing thread, when so many inputs have ended. */
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
