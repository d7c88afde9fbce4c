package dev.tidings.app.sink;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.stack.LateBroker;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.LogLines;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.store.ArticleHistory;
import dev.tidings.consumer.store.ArticleQuery;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.Stores;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.StartupWait;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
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

    private Map<String, String> flags;
    private Topics topics;
    private DedupOutput dedupOutput;

    @BeforeEach
    void publishToOwnTopics(LocalStack stack, Topics ownTopics) {
        topics = ownTopics;
        dedupOutput = new DedupOutput(stack, topics);
        flags = new HashMap<>(LocalStackExtension.flags(stack));
        flags.put("store", "sqlite:" + file());
        flags.put("sink.name", topics.enriched().name().replaceAll("[^a-z0-9-]", "-"));
    }

    @AfterEach
    void closeOutput() {
        dedupOutput.close();
    }

    @Test
    void storesWhatDeduplicationPublished() {
        dedupOutput.publish(0, 20);
        dedupOutput.relate(1_000, 1_005);

        runUntilCaughtUp();

        assertThat(storedIds()).isEqualTo(ids(0, 20));
        try (StoreReader store = store()) {
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

        runUntilCaughtUp();

        assertThat(storedIds()).isEqualTo(union(ids(0, 5), ids(10, 15)));
    }

    @FaultSeries
    @Test
    void killedThreeTimesInTheMiddleOfItsWorkItLosesAndDoublesNothing() throws Exception {
        int articles = 10_000;
        dedupOutput.publish(0, articles);
        dedupOutput.relate(20_000, 21_000);
        flags.put("sink.batch.size", "50");

        for (int kill = 1; kill <= 3; kill++) {
            long enough = kill * 2_000L;
            try (SinkProcess sink = SinkProcess.start(topics, flags, folder.resolve("sink-" + kill + ".log"))) {
                await().pollInterval(Duration.ofMillis(20)).until(() -> stored() >= enough);
                assertThat(sink.kill()).as("kill " + kill).isEqualTo(SIGKILL);
            }
            assertThat(stored()).as("stored at kill " + kill).isBetween(enough, articles - 1L);
        }
        runUntilCaughtUp();

        assertThat(storedIds()).isEqualTo(ids(0, articles));
        try (StoreReader store = store()) {
            assertThat(store.articles().countAll().revisions()).isEqualTo(articles);
            assertThat(store.articles().countAll().relations()).isEqualTo(1_000);
        }
    }

    @Test
    void twoSinksShareTheWorkAndOneTakesOverWhenTheOtherEnds() {
        dedupOutput.publish(0, 500);
        try (SinkApplication one = sink("one")) {
            one.start();
            await().until(one::isReady);
            try (SinkApplication two = sink("two")) {
                two.start();
                await().until(two::isReady);
                dedupOutput.publish(500, 1_000);
                assertThat(one.awaitCaughtUp(Patience.LIMIT)).isTrue();
                assertThat(members())
                        .hasSize(2)
                        .allSatisfy(
                                (member, partitions) -> assertThat(partitions).isPositive());
            }
            dedupOutput.publish(1_000, 1_500);
            assertThat(one.awaitCaughtUp(Patience.LIMIT)).isTrue();
        }

        assertThat(storedIds()).isEqualTo(ids(0, 1_500));
        try (StoreReader store = store()) {
            assertThat(store.articles().countAll().revisions()).isEqualTo(1_500);
        }
    }

    @Test
    void theOneBadRecordOfABatchBecomesADeadLetterAndTheOthersAreStored() {
        dedupOutput.publish(0, 50);
        dedupOutput.publish(dedupOutput.article(50).setRevision(0).build(), 50);
        dedupOutput.publishGarbage(0);
        dedupOutput.publish(51, 100);

        runUntilCaughtUp();
        assertThat(storedIds()).isEqualTo(union(ids(0, 50), ids(51, 100)));
        List<DeadLetter> letters = deadLetters();
        assertThat(letters).extracting(DeadLetter::getReason).containsExactlyInAnyOrder("rejected", "not_avro");
        assertThat(letters).extracting(DeadLetter::getStage).containsOnly("sink");

        runUntilCaughtUp();
        assertThat(deadLetters()).as("none of them comes again").hasSize(2);
    }

    @Test
    void aRemovedStoryLeavesTheStoreAndTheSinkGoesOn() {
        dedupOutput.publish(0, 4);
        dedupOutput.tell(0, 1);
        dedupOutput.tell(2, 3);
        runUntilCaughtUp();

        dedupOutput.removeStory(0);
        dedupOutput.publish(4, 8);
        runUntilCaughtUp();

        assertThat(storedIds()).isEqualTo(ids(0, 8));
        try (StoreReader store = store()) {
            assertThat(store.stories().findStory(DedupOutput.id(1))).isEmpty();
            assertThat(store.stories().findStory(DedupOutput.id(3))).isPresent();
        }
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void stopsWhenKafkaHasDeletedWhatWasNotStoredAndGoesOnWhenToldTo() {
        dedupOutput.publish(0, 100);
        runUntilCaughtUp();
        dedupOutput.publish(100, 200);
        deleteEverythingEnriched();
        dedupOutput.publish(200, 300);

        try (SinkApplication sink = sink("main")) {
            sink.start();
            assertThatThrownBy(sink::awaitEnd)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(
                            "were deleted from Kafka", topics.enriched().name(), "--skip-gap")
                    .satisfies(stop -> assertThat(stop.getMessage().lines()).hasSize(1));
        }
        assertThat(storedIds()).isEqualTo(ids(0, 100));

        flags.put("sink.skip.gap", "true");
        runUntilCaughtUp();
        assertThat(storedIds()).isEqualTo(union(ids(0, 100), ids(200, 300)));
    }

    @Test
    void stopsWhenTheTopicWasMadeAnew() {
        dedupOutput.publish(0, 10);
        runUntilCaughtUp();
        makeEnrichedAnew();

        try (SinkApplication sink = sink("main")) {
            sink.start();
            assertThatThrownBy(sink::awaitEnd)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(topics.enriched().name(), "made anew", "--store");
        }
    }

    @Test
    void waitsInItsGroupWhileAnotherProcessHoldsTheStore() throws SQLException {
        try (SinkApplication sink = sink("main")) {
            sink.start();
            await().until(sink::isReady);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                dedupOutput.publish(0, 10);
                await().until(() -> !sink.isReady());
                assertThat(members()).hasSize(1);
                statement.execute("rollback");
            }

            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
            assertThat(sink.isReady()).isTrue();
        }
        assertThat(storedIds()).isEqualTo(ids(0, 10));
    }

    @Test
    void whatWasRemovedWhileItRanIsFilledAgainFromTheBeginning() throws Exception {
        dedupOutput.publish(0, 50);
        try (SinkApplication sink = sink("main")) {
            sink.start();
            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
            Files.delete(file());
            await().until(() -> stored() == 50);
        }
        assertThat(storedIds()).isEqualTo(ids(0, 50));
    }

    @Test
    void whereKafkaSaysThatTheGroupStandsIsNothingToIt() {
        dedupOutput.publish(0, 50);
        dedupOutput.publishGarbage(0);
        runUntilCaughtUp();
        assertThat(deadLetters()).hasSize(1);
        deleteGroup();

        dedupOutput.publish(50, 80);
        runUntilCaughtUp();

        assertThat(storedIds()).isEqualTo(ids(0, 80));
        assertThat(deadLetters()).as("nothing is read again").hasSize(1);
    }

    @Test
    void aSinkOfTheSameNameForAnotherStoreGivesWay() throws Exception {
        dedupOutput.publish(0, 100);
        try (SinkApplication first = sink("main")) {
            first.start();
            assertThat(first.awaitCaughtUp(Patience.LIMIT)).isTrue();
            flags.put("store", "sqlite:" + folder.resolve("other.db"));
            try (SinkApplication second = sink("other")) {
                second.start();
                assertThatThrownBy(second::awaitEnd)
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContainingAll(file().toString(), "a part of the articles", "--name")
                        .satisfies(refusal ->
                                assertThat(refusal.getMessage().lines()).hasSize(1));
            }
            flags.put("store", "sqlite:" + file());
            dedupOutput.publish(100, 200);
            await().until(() -> storedIds().size() == 200);
        }
    }

    @Test
    void aloneItMayFillAnotherStoreThanBeforeFromTheBeginning() {
        dedupOutput.publish(0, 100);
        runUntilCaughtUp();
        flags.put("store", "sqlite:" + folder.resolve("other.db"));

        try (SinkApplication sink = sink("main")) {
            sink.start();
            await().until(() -> stored(folder.resolve("other.db")) == 100);
        }
        try (StoreReader store = store()) {
            assertThat(store.articles().countAll().articles()).isEqualTo(100);
        }
    }

    @Test
    void aBrokerThatStartsLaterIsWaitedFor(LocalStack stack) throws Exception {
        dedupOutput.publish(0, 10);
        try (LateBroker broker = new LateBroker(stack);
                LogLines waits = LogLines.of(StartupWait.class)) {
            flags.put("bootstrap.servers", broker.address());
            flags.put("connect.timeout.ms", "500");
            CompletableFuture<SinkApplication> opening = CompletableFuture.supplyAsync(() -> sink("main"));
            await().until(() -> waits.contain("Kafka at " + broker.address() + " does not answer"));
            broker.open();

            try (SinkApplication sink = opening.get()) {
                sink.start();
                await().until(() -> stored() == 10);
            }
        }
    }

    @Test
    void aSecondSinkOfTheSameInstanceTakesOverAndTheFirstSaysWhy() {
        try (SinkApplication first = sink("main");
                SinkApplication second = sink("main")) {
            first.start();
            await().until(first::isReady);
            second.start();

            assertThatThrownBy(first::awaitEnd)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContainingAll("instance main", "--instance");
            await().until(second::isReady);
        }
    }

    @Test
    void namesABrokerThatDoesNotAnswer() {
        flags.put("bootstrap.servers", "127.0.0.1:1");
        flags.put("connect.timeout.ms", "500");
        flags.put("start.timeout", "PT0.001S");

        assertThatThrownBy(() -> sink("main").close())
                .isInstanceOf(DependencyUnreachableException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    private void runUntilCaughtUp() {
        try (SinkApplication sink = sink("main")) {
            sink.start();
            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
        }
    }

    private SinkApplication sink(String instance) {
        flags.put("sink.instance", instance);
        return SinkApplication.open(settings(), topics);
    }

    private Settings settings() {
        return Settings.resolveAll(SinkSettings.ALL, SettingSources.of(flags));
    }

    /** How many partitions each member of the sink's group has. */
    private Map<String, Integer> members() {
        String group = SinkSettings.of(settings()).group(topics);
        try (TopicAdmin broker = new TopicAdmin(settings())) {
            return broker
                    .awaitAnswer(broker.adminClient()
                            .describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group))
                    .members()
                    .stream()
                    .collect(Collectors.toMap(
                            member -> member.groupInstanceId().orElseThrow(),
                            member -> member.assignment().topicPartitions().size()));
        }
    }

    private void deleteEverythingEnriched() {
        Map<TopicPartition, RecordsToDelete> all = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        for (int partition = 0; partition < Topics.DEFAULT_PARTITIONS; partition++) {
            all.put(
                    new TopicPartition(topics.enriched().name(), partition),
                    // -1 is Kafka's word for the end of the log.
                    RecordsToDelete.beforeOffset(-1));
        }
        try (TopicAdmin broker = new TopicAdmin(settings())) {
            broker.awaitAnswer(broker.adminClient().deleteRecords(all).all());
        }
    }

    private void deleteGroup() {
        try (TopicAdmin broker = new TopicAdmin(settings())) {
            await().until(() -> deleted(broker, SinkSettings.of(settings()).group(topics)));
        }
    }

    /** A sink that has ended counts as a member until its session ends, and no group is deleted that has one. */
    private static boolean deleted(TopicAdmin broker, String group) {
        try {
            broker.awaitAnswer(
                    broker.adminClient().deleteConsumerGroups(List.of(group)).all());
            return true;
        } catch (GroupNotEmptyException e) {
            return false;
        }
    }

    private void makeEnrichedAnew() {
        try (TopicAdmin broker = new TopicAdmin(settings())) {
            String name = topics.enriched().name();
            broker.awaitAnswer(broker.adminClient().deleteTopics(List.of(name)).all());
            await().until(() -> !broker.awaitAnswer(
                            broker.adminClient().listTopics().names())
                    .contains(name));
            broker.ensureTopics(topics);
        }
    }

    private List<DeadLetter> deadLetters() {
        return new Letters(settings(), topics).read();
    }

    private long stored() {
        return stored(file());
    }

    private static long stored(Path file) {
        if (!file.toFile().exists()) {
            return 0;
        }
        try (StoreReader store = Stores.openReader(new StoreUrl("sqlite", file.toString()))) {
            return store.articles().countAll().revisions();
        } catch (StoreException e) {
            return 0; // the file is there before its tables are
        }
    }

    private Set<String> storedIds() {
        try (StoreReader store = store()) {
            return store.articles().listArticles(ArticleQuery.newest(1_000_000)).stream()
                    .map(article -> article.event().getArticleId())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private StoreReader store() {
        return Stores.openReader(SinkSettings.storeUrl(settings()));
    }

    private Path file() {
        return folder.resolve("tidings.db");
    }

    private static Set<String> ids(long from, long to) {
        return LongStream.range(from, to).mapToObj(DedupOutput::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
