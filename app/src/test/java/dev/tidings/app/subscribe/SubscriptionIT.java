package dev.tidings.app.subscribe;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.sink.DedupOutput;
import dev.tidings.app.sink.Letters;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.PastMember;
import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.ArticleFilter;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.consumer.subscribe.SubscriptionStart;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class SubscriptionIT {

    Settings settings;
    Topics topics;
    DedupOutput dedupOutput;
    SubscriptionRequest request;

    @BeforeEach
    void openOutput(LocalStack stack, Settings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
        dedupOutput = new DedupOutput(stack, topics);
        request = ofGroup(topics.enriched().name());
    }

    @AfterEach
    void close() {
        dedupOutput.close();
    }

    @Test
    void itGivesWhatIsCommittedAndGoesOnWhereItWasClosed() {
        dedupOutput.publish(0, 300);
        dedupOutput.publishAndAbort(300, 400);
        try (ReadingSubscriber first = ReadingSubscriber.of(settings, request).caughtUp()) {
            assertThat(first.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 300));
        }

        dedupOutput.publish(400, 500);
        try (ReadingSubscriber second = ReadingSubscriber.of(settings, request).caughtUp()) {
            assertThat(second.ids()).containsExactlyInAnyOrderElementsOf(ids(400, 500));
        }
    }

    @Test
    void closedByTheServiceInTheMiddleOfABatchItDoesNothingTwice() {
        dedupOutput.publish(0, 1_000);
        List<SubscribedArticle> taken = new CopyOnWriteArrayList<>();
        for (int enough = 100; enough <= 300; enough += 100) {
            ReadingSubscriber.into(taken, enough, settings, request).closed().close();
            assertThat(taken).as("no article was begun after that").hasSize(enough);
        }
        try (ReadingSubscriber last =
                ReadingSubscriber.into(taken, settings, request).caughtUp()) {
            assertThat(last.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 1_000));
        }
    }

    @Test
    void membersThatComeAndGoWhileArticlesComeMissNothingAndKeepTheOrderOfAKey() {
        int keys = 250;
        int rounds = 12;
        List<SubscribedArticle> taken = new CopyOnWriteArrayList<>();
        ReadingSubscriber first =
                ReadingSubscriber.into(taken, settings, request).ready();
        publish(keys, 0, 4);
        ReadingSubscriber second = ReadingSubscriber.into(taken, settings, request);
        publish(keys, 4, 8);
        second.ready();
        first.close();
        publish(keys, 8, rounds);
        try (second;
                ReadingSubscriber third = ReadingSubscriber.into(taken, settings, request)) {
            await().until(() -> taken.size() >= keys * rounds);
            third.ready();
        }

        Map<String, List<Long>> decisions = taken.stream()
                .collect(Collectors.groupingBy(
                        article -> article.event().getArticleId(),
                        TreeMap::new,
                        Collectors.mapping(article -> article.headers().decision(), Collectors.toList())));
        assertThat(decisions).hasSize(keys);
        // All were closed in order, so nothing is even given twice.
        assertThat(decisions.values())
                .allSatisfy(ofOneKey -> assertThat(ofOneKey).hasSize(rounds).isSorted());
        assertThat(taken.stream().map(SubscribedArticle::partition).distinct()).hasSize(4);
    }

    private void publish(int keys, int fromRound, int toRound) {
        for (int round = fromRound; round < toRound; round++) {
            dedupOutput.publish(0, keys, 10_000L * round);
        }
    }

    @Test
    void anArticleThatFailsIsTriedAgainThenKeptAsADeadLetterAndTheNextOneComes() {
        dedupOutput.publish(0, 20);
        AtomicInteger attempts = new AtomicInteger();
        SubscriptionRequest twoRetries = request.withRetries(2);
        try (ReadingSubscriber readingSubscriber = ReadingSubscriber.failing(settings, twoRetries, article -> {
            if (article.event().getArticleId().equals(DedupOutput.id(7))) {
                attempts.incrementAndGet();
                throw new IllegalStateException("no room for\nnumber 7");
            }
        })) {
            readingSubscriber.caughtUp();
            assertThat(readingSubscriber.ids())
                    .hasSize(19)
                    .doesNotContain(DedupOutput.id(7))
                    .doesNotHaveDuplicates();
            assertThat(readingSubscriber.givenUp()).singleElement().satisfies(record -> {
                assertThat(record.reason()).isEqualTo("subscriber_failed");
                assertThat(record.message()).isEqualTo("no room for");
            });
        }
        assertThat(attempts).hasValue(3);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo("subscriber_failed");
            assertThat(letter.getStage())
                    .isEqualTo("subscribe " + topics.enriched().name());
            assertThat(letter.getSourceTopic()).isEqualTo(topics.enriched().name());
            assertThat(letter.getValue()).isPresent();
        });
    }

    @Test
    void theDeadLetterOfAGroupIsTheSameHoweverOftenAndAnotherGroupsIsAnother() {
        dedupOutput.publishGarbage(0);
        dedupOutput.publish(0, 4);
        for (SubscriptionRequest group :
                List.of(request, ofGroup("other-" + topics.enriched().name()))) {
            try (ReadingSubscriber readingSubscriber =
                    ReadingSubscriber.of(settings, group).caughtUp()) {
                assertThat(readingSubscriber.ids()).hasSize(4);
                assertThat(readingSubscriber.givenUp())
                        .singleElement()
                        .satisfies(record -> assertThat(record.reason()).isEqualTo("not_avro"));
            }
        }
        assertThat(letters()).extracting(DeadLetter::getId).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void withoutAGroupEveryRunReadsAllAndNothingIsWritten() {
        dedupOutput.publishGarbage(0);
        dedupOutput.publish(0, 10);
        SubscriptionRequest nobody = SubscriptionRequest.withoutGroup().onTopics(topics);
        for (int run = 0; run < 2; run++) {
            try (ReadingSubscriber readingSubscriber =
                    ReadingSubscriber.of(settings, nobody).caughtUp()) {
                assertThat(readingSubscriber.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 10));
                assertThat(readingSubscriber.givenUp()).hasSize(1);
            }
        }
        assertThat(letters()).isEmpty();
    }

    @Test
    void whatAFilterDoesNotWantIsNotEvenDecoded() {
        dedupOutput.publishGarbage(0, "en");
        dedupOutput.publish(0, 20);
        ArticleFilter kurdish = ArticleFilter.everyArticle()
                .withLanguages("CKB")
                .withVerdicts("new")
                .fromSources("news");
        try (ReadingSubscriber readingSubscriber =
                ReadingSubscriber.of(settings, request.withFilter(kurdish)).caughtUp()) {
            assertThat(readingSubscriber.ids())
                    .containsExactlyInAnyOrderElementsOf(ids(0, 20, number -> number % 2 == 0));
            assertThat(readingSubscriber.givenUp()).isEmpty();
        }
        ArticleFilter nobody = ArticleFilter.everyArticle().fromSources("elsewhere");
        try (ReadingSubscriber readingSubscriber = ReadingSubscriber.of(
                        settings,
                        SubscriptionRequest.withoutGroup().onTopics(topics).withFilter(nobody))
                .caughtUp()) {
            assertThat(readingSubscriber.ids()).isEmpty();
        }
    }

    @Test
    void aNewGroupStartsWhereItSaysAndAnOldOneWhereItStands() {
        dedupOutput.publish(0, 10);
        Instant between = lastTime();
        dedupOutput.publish(10, 20);
        List<String> later = ids(10, 20);
        SubscriptionRequest latest = request.startingAt(SubscriptionStart.latest());
        SubscriptionRequest since = SubscriptionRequest.ofGroup(
                        "since-" + topics.enriched().name())
                .onTopics(topics)
                .startingAt(SubscriptionStart.atTime(between.plusMillis(1)));

        try (ReadingSubscriber readingSubscriber =
                ReadingSubscriber.of(settings, since).caughtUp()) {
            assertThat(readingSubscriber.ids()).containsExactlyInAnyOrderElementsOf(later);
        }
        try (ReadingSubscriber readingSubscriber =
                ReadingSubscriber.of(settings, latest).ready()) {
            dedupOutput.publish(20, 30);
            await().until(() -> readingSubscriber.ids().size() == 10);
            assertThat(readingSubscriber.ids()).containsExactlyInAnyOrderElementsOf(ids(20, 30));
        }
        try (ReadingSubscriber readingSubscriber = ReadingSubscriber.of(
                        settings, latest.startingAt(SubscriptionStart.earliest()))
                .caughtUp()) {
            assertThat(readingSubscriber.ids()).as("the group has a position").isEmpty();
        }
    }

    @Test
    void aPartitionThatIsAddedIsReadFromItsBeginningWhereverTheGroupWouldBegin(LocalStack stack) {
        dedupOutput.publish(0, 100);
        SubscriptionRequest latest = request.startingAt(SubscriptionStart.latest());
        ReadingSubscriber.of(settings, latest).ready().close();
        addPartitions(stack, 8);
        dedupOutput.close();
        dedupOutput = new DedupOutput(stack, topics);
        dedupOutput.publish(100, 300);

        try (ReadingSubscriber readingSubscriber =
                ReadingSubscriber.of(settings, latest).caughtUp()) {
            assertThat(readingSubscriber.ids()).containsExactlyInAnyOrderElementsOf(ids(100, 300));
        }
    }

    private void addPartitions(LocalStack stack, int count) {
        try (TopicAdmin broker = new TopicAdmin(LocalStackExtension.settings(stack))) {
            broker.awaitAnswer(broker.adminClient()
                    .createPartitions(Map.of(topics.enriched().name(), NewPartitions.increaseTo(count)))
                    .all());
        }
    }

    @Test
    void aGroupWithoutAPositionIsRefusedUnlessItIsToldWhereToBegin() throws Exception {
        SubscriptionRequest unsaid = SubscriptionRequest.ofGroup(
                        "unsaid-" + topics.enriched().name())
                .onTopics(topics);
        try (Subscription subscription = Subscription.open(settings, unsaid, article -> {})) {
            subscription.start();
            assertThatThrownBy(subscription::awaitEnd)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContainingAll("has no position", "startingAt");
        }
    }

    /** When the broker took the newest article there is, once the clock has moved beyond it. */
    private Instant lastTime() {
        List<SubscribedArticle> all = new CopyOnWriteArrayList<>();
        ReadingSubscriber.into(all, settings, SubscriptionRequest.withoutGroup().onTopics(topics))
                .caughtUp()
                .close();
        Instant last = all.stream()
                .map(SubscribedArticle::time)
                .max(Instant::compareTo)
                .orElseThrow();
        await().until(() -> Instant.now().toEpochMilli() > last.toEpochMilli() + 1);
        return last;
    }

    @Test
    void whileSomethingTheServiceNeedsIsAwayTheArticleWaitsAndIsNotGivenUp() {
        dedupOutput.publish(0, 5);
        AtomicInteger refusals = new AtomicInteger();
        try (ReadingSubscriber readingSubscriber =
                ReadingSubscriber.failing(settings, request.withRetries(0), article -> {
                    if (refusals.incrementAndGet() <= 3) {
                        throw new RetryLaterException("the mail server does not answer", null);
                    }
                })) {
            readingSubscriber.caughtUp();
            assertThat(readingSubscriber.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 5));
            assertThat(readingSubscriber.givenUp()).isEmpty();
        }
        assertThat(letters()).isEmpty();
    }

    @Test
    void shutOutForAMemberThatLivesNoMoreItGoesOn() {
        String group = topics.enriched().name();
        dedupOutput.publish(0, 50);
        try (ReadingSubscriber subscriber =
                ReadingSubscriber.of(settings, request.withInstance("one")).caughtUp()) {
            PastMember.takeName(settings.kafkaConfig(), group, group + "-one", group);
            dedupOutput.publish(50, 100);

            await().until(() -> subscriber.ids().containsAll(ids(0, 100)));
        }
    }

    @Test
    void theOneThatAnotherProcessHasTakenTheNameOfEndsAndTheOtherGoesOn() {
        SubscriptionRequest named = request.withInstance("one");
        try (Subscription first =
                        Subscription.open(settings, named, article -> {}).start();
                ReadingSubscriber second = startedAfter(first, named)) {
            assertThatThrownBy(first::awaitEnd)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("has started as instance one");

            dedupOutput.publish(0, 10);
            await().until(() -> second.ids().containsAll(ids(0, 10)));
        }
    }

    private ReadingSubscriber startedAfter(Subscription first, SubscriptionRequest named) {
        await().until(first::isReady);
        return ReadingSubscriber.of(settings, named);
    }

    @Test
    void theExampleOfTheDocumentationDoesWhatItSays(LocalStack stack, @TempDir Path directory) throws Exception {
        Path out = directory.resolve("out");
        try (DedupOutput live = new DedupOutput(stack, LocalStackExtension.liveTopics(stack), "example")) {
            live.publish(777_776, 777_778);
            Process mailer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KurdishMailer.class.getName(),
                            stack.bootstrapServers(),
                            stack.registryUrl())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await().until(() -> Files.readString(out).contains("mail: news/777776.txt\n"));
            mailer.destroy();
            assertThat(mailer.waitFor()).isEqualTo(128 + 15);
            assertThat(out).content().doesNotContain("777777");
        }
    }

    private SubscriptionRequest ofGroup(String name) {
        return SubscriptionRequest.ofGroup(name).onTopics(topics).startingAt(SubscriptionStart.earliest());
    }

    private List<DeadLetter> letters() {
        return new Letters(settings, topics).read();
    }

    private static List<String> ids(long from, long to) {
        return ids(from, to, number -> true);
    }

    private static List<String> ids(long from, long to, LongFunction<Boolean> wanted) {
        return LongStream.range(from, to)
                .filter(wanted::apply)
                .mapToObj(DedupOutput::id)
                .toList();
    }
}
