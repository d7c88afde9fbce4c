package dev.tidings.app.sink;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.stack.LateBroker;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.LogLines;
import dev.tidings.app.stack.PastMember;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.subscribe.internal.GroupMembership;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.StartupWait;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How sinks share their group, what they refuse one another, and what they wait for. */
@ExtendWith(LocalStackExtension.class)
class SinkGroupIT {

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
    void twoSinksShareTheWorkAndOneTakesOverWhenTheOtherEnds() {
        dedupOutput.publish(0, 500);
        try (SinkApplication one = run.sink("one")) {
            one.start();
            await().until(one::isReady);
            try (SinkApplication two = run.sink("two")) {
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

        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 1_500));
        try (StoreReader store = run.store()) {
            assertThat(store.articles().countAll().revisions()).isEqualTo(1_500);
        }
    }

    @Test
    void waitsInItsGroupWhileAnotherProcessHoldsTheStore() throws SQLException {
        try (SinkApplication sink = run.sink("main")) {
            sink.start();
            await().until(sink::isReady);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + run.file());
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
        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 10));
    }

    @Test
    void whereKafkaSaysThatTheGroupStandsIsNothingToIt() {
        dedupOutput.publish(0, 50);
        dedupOutput.publishGarbage(0);
        run.runUntilCaughtUp();
        assertThat(run.deadLetters()).hasSize(1);
        deleteGroup();

        dedupOutput.publish(50, 80);
        run.runUntilCaughtUp();

        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 80));
        assertThat(run.deadLetters()).as("nothing is read again").hasSize(1);
    }

    @Test
    void aSinkOfTheSameNameForAnotherStoreGivesWay() throws Exception {
        dedupOutput.publish(0, 100);
        try (SinkApplication first = run.sink("main")) {
            first.start();
            assertThat(first.awaitCaughtUp(Patience.LIMIT)).isTrue();
            run.set("store", "sqlite:" + folder.resolve("other.db"));
            try (SinkApplication second = run.sink("other")) {
                second.start();
                assertThatThrownBy(second::awaitEnd)
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContainingAll(run.file().toString(), "a part of the articles", "--name")
                        .satisfies(refusal ->
                                assertThat(refusal.getMessage().lines()).hasSize(1));
            }
            run.set("store", "sqlite:" + run.file());
            dedupOutput.publish(100, 200);
            await().until(() -> run.storedIds().size() == 200);
        }
    }

    @Test
    void aloneItMayFillAnotherStoreThanBeforeFromTheBeginning() {
        dedupOutput.publish(0, 100);
        run.runUntilCaughtUp();
        run.set("store", "sqlite:" + folder.resolve("other.db"));

        try (SinkApplication sink = run.sink("main")) {
            sink.start();
            await().until(() -> SinkRun.stored(folder.resolve("other.db")) == 100);
        }
        try (StoreReader store = run.store()) {
            assertThat(store.articles().countAll().articles()).isEqualTo(100);
        }
    }

    @Test
    void aBrokerThatStartsLaterIsWaitedFor(LocalStack stack) throws Exception {
        dedupOutput.publish(0, 10);
        try (LateBroker broker = new LateBroker(stack);
                LogLines waits = LogLines.of(StartupWait.class)) {
            run.set("bootstrap.servers", broker.address());
            run.set("connect.timeout.ms", "500");
            CompletableFuture<SinkApplication> opening = CompletableFuture.supplyAsync(() -> run.sink("main"));
            await().until(() -> waits.contain("Kafka at " + broker.address() + " does not answer"));
            broker.open();

            try (SinkApplication sink = opening.get()) {
                sink.start();
                await().until(() -> run.stored() == 10);
            }
        }
    }

    @Test
    void aSecondSinkOfTheSameInstanceTakesOverAndTheFirstSaysWhy() {
        run.set("kafka.session.timeout.ms", "6000");
        try (SinkApplication first = run.sink("main");
                SinkApplication second = run.sink("main")) {
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
    void shutOutForAMemberThatLivesNoMoreItGoesOn() {
        String group = SinkSettings.of(run.settings()).group(topics);
        dedupOutput.publish(0, 50);
        try (SinkApplication sink = run.sink("main");
                LogLines returns = LogLines.of(GroupMembership.class)) {
            sink.start();
            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
            PastMember.takeName(
                    run.settings().kafkaConfig(),
                    group,
                    group + "-main",
                    topics.enriched().name());
            dedupOutput.publish(50, 100);

            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
            assertThat(returns.contain("joining again, 1 of 5")).isTrue();
            await().until(sink::isReady);
        }
        assertThat(run.storedIds()).isEqualTo(SinkRun.ids(0, 100));
        try (StoreReader store = run.store()) {
            assertThat(store.articles().countAll().revisions()).isEqualTo(100);
        }
    }

    @Test
    void namesABrokerThatDoesNotAnswer() {
        run.set("bootstrap.servers", "127.0.0.1:1");
        run.set("connect.timeout.ms", "500");
        run.set("start.timeout", "PT0.001S");

        assertThatThrownBy(() -> run.sink("main").close())
                .isInstanceOf(DependencyUnreachableException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    /** How many partitions each member of the sink's group has. */
    private Map<String, Integer> members() {
        String group = SinkSettings.of(run.settings()).group(topics);
        try (TopicAdmin broker = new TopicAdmin(run.settings())) {
            return broker.membersOf(group).stream()
                    .collect(Collectors.toMap(
                            member -> member.groupInstanceId().orElseThrow(),
                            member -> member.assignment().topicPartitions().size()));
        }
    }

    private void deleteGroup() {
        try (TopicAdmin broker = new TopicAdmin(run.settings())) {
            await().until(() -> deleted(broker, SinkSettings.of(run.settings()).group(topics)));
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
}
