package dev.tidings.app.sink;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.store.ArticleHistory;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class SinkIT {

    private static final int SIGKILL = 128 + 9;

    @TempDir
    Path folder;

    private SinkRun run;
    private Topics topics;
    private DedupOutput dedupOutput;

    @BeforeEach
    void publishToOwnTopics(LocalStack stack, Topics ownTopics) {
        topics = ownTopics;
        dedupOutput = new DedupOutput(stack, topics);
        run = SinkRun.on(stack, topics, folder);
    }

    @AfterEach
    void closeOutput() {
        dedupOutput.close();
    }

    @Test
    void storesWhatDeduplicationPublished() {
        dedupOutput.publish(0, 20);
        dedupOutput.relate(1_000, 1_005);

        run.runUntilCaughtUp();

        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 20));
        try (StoreReader store = run.store()) {
            ArticleHistory history = store.articles().findHistory("news/3.txt").orElseThrow();
            assertThat(history.revisions().get(0).event())
                    .isEqualTo(dedupOutput.article(3).build());
            assertThat(history.revisions().get(0).verdict().decision()).isEqualTo(3);
            assertThat(history.matchedBy())
                    .extracting(ArticleRelation::getArticleId)
                    .containsExactly(DedupOutput.id(1_003));
        }
    }

    @Test
    void storesNothingThatWasTakenBack() {
        dedupOutput.publish(0, 5);
        dedupOutput.publishAndAbort(5, 10);
        dedupOutput.publish(10, 15);

        run.runUntilCaughtUp();

        assertThat(run.storedIds()).isEqualTo(SinkRun.union(SinkRun.ids(0, 5), SinkRun.ids(10, 15)));
    }

    @FaultSeries
    @Test
    void killedThreeTimesInTheMiddleOfItsWorkItLosesAndDoublesNothing() throws Exception {
        int articles = 10_000;
        dedupOutput.publish(0, articles);
        dedupOutput.relate(20_000, 21_000);
        run.set("sink.batch.size", "50");

        for (int kill = 1; kill <= 3; kill++) {
            long enough = kill * 2_000L;
            try (SinkProcess sink = SinkProcess.start(topics, run.flags(), folder.resolve("sink-" + kill + ".log"))) {
                await().pollInterval(Duration.ofMillis(20)).until(() -> run.stored() >= enough);
                assertThat(sink.kill()).as("kill " + kill).isEqualTo(SIGKILL);
            }
            assertThat(run.stored()).as("stored at kill " + kill).isBetween(enough, articles - 1L);
        }
        run.runUntilCaughtUp();

        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, articles));
        try (StoreReader store = run.store()) {
            assertThat(store.articles().countAll().revisions()).isEqualTo(articles);
            assertThat(store.articles().countAll().relations()).isEqualTo(1_000);
        }
    }

    @Test
    void theOneBadRecordOfABatchBecomesADeadLetterAndTheOthersAreStored() {
        dedupOutput.publish(0, 50);
        dedupOutput.publish(dedupOutput.article(50).setRevision(0).build(), 50);
        dedupOutput.publishGarbage(0);
        dedupOutput.publish(51, 100);

        run.runUntilCaughtUp();
        assertThat(run.storedIds()).isEqualTo(SinkRun.union(SinkRun.ids(0, 50), SinkRun.ids(51, 100)));
        List<DeadLetter> letters = run.deadLetters();
        assertThat(letters).extracting(DeadLetter::getReason).containsExactlyInAnyOrder("rejected", "not_avro");
        assertThat(letters).extracting(DeadLetter::getStage).containsOnly("sink");

        run.runUntilCaughtUp();
        assertThat(run.deadLetters()).as("none of them comes again").hasSize(2);
    }

    @Test
    void aRemovedStoryLeavesTheStoreAndTheSinkGoesOn() {
        dedupOutput.publish(0, 4);
        dedupOutput.tell(0, 1);
        dedupOutput.tell(2, 3);
        run.runUntilCaughtUp();

        dedupOutput.removeStory(0);
        dedupOutput.publish(4, 8);
        run.runUntilCaughtUp();

        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 8));
        try (StoreReader store = run.store()) {
            assertThat(store.stories().findStory(DedupOutput.id(1))).isEmpty();
            assertThat(store.stories().findStory(DedupOutput.id(3))).isPresent();
        }
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void stopsWhenKafkaHasDeletedWhatWasNotStoredAndGoesOnWhenToldTo() {
        dedupOutput.publish(0, 100);
        run.runUntilCaughtUp();
        dedupOutput.publish(100, 200);
        deleteEverythingEnriched();
        dedupOutput.publish(200, 300);

        try (SinkApplication sink = run.sink("main")) {
            sink.start();
            assertThatThrownBy(sink::awaitEnd)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(
                            "were deleted from Kafka", topics.enriched().name(), "--skip-gap")
                    .satisfies(stop -> assertThat(stop.getMessage().lines()).hasSize(1));
        }
        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 100));

        run.set("sink.skip.gap", "true");
        run.runUntilCaughtUp();
        assertThat(run.storedIds()).isEqualTo(SinkRun.union(SinkRun.ids(0, 100), SinkRun.ids(200, 300)));
    }

    @Test
    void stopsWhenTheTopicWasMadeAnew() {
        dedupOutput.publish(0, 10);
        run.runUntilCaughtUp();
        makeEnrichedAnew();

        try (SinkApplication sink = run.sink("main")) {
            sink.start();
            assertThatThrownBy(sink::awaitEnd)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(topics.enriched().name(), "made anew", "--store");
        }
    }

    @Test
    void whatWasRemovedWhileItRanIsFilledAgainFromTheBeginning() throws Exception {
        dedupOutput.publish(0, 50);
        try (SinkApplication sink = run.sink("main")) {
            sink.start();
            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
            Files.delete(run.file());
            await().until(() -> run.stored() == 50);
        }
        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 50));
    }

    private void deleteEverythingEnriched() {
        Map<TopicPartition, RecordsToDelete> all = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        for (int partition = 0; partition < Topics.DEFAULT_PARTITIONS; partition++) {
            all.put(
                    new TopicPartition(topics.enriched().name(), partition),
                    // -1 is Kafka's word for the end of the log.
                    RecordsToDelete.beforeOffset(-1));
        }
        try (TopicAdmin broker = new TopicAdmin(run.settings())) {
            broker.awaitAnswer(broker.adminClient().deleteRecords(all).all());
        }
    }

    private void makeEnrichedAnew() {
        try (TopicAdmin broker = new TopicAdmin(run.settings())) {
            String name = topics.enriched().name();
            broker.awaitAnswer(broker.adminClient().deleteTopics(List.of(name)).all());
            await().until(() -> !broker.awaitAnswer(
                            broker.adminClient().listTopics().names())
                    .contains(name));
            broker.ensureTopics(topics);
        }
    }
}
