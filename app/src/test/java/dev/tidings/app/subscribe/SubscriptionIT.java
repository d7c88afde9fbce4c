package dev.tidings.app.subscribe;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.local.LocalStack;
import dev.tidings.app.local.LocalStackExtension;
import dev.tidings.app.sink.Desk;
import dev.tidings.app.sink.Letters;
import dev.tidings.consumer.subscribe.ArticleFilter;
import dev.tidings.consumer.subscribe.RetryLaterException;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.consumer.subscribe.SubscriptionStart;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.Settings;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class SubscriptionIT {

    Settings settings;
    Topics topics;
    Desk desk;
    SubscriptionRequest request;

    @BeforeEach
    void aDesk(LocalStack stack, Settings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
        desk = new Desk(stack, topics);
        request = SubscriptionRequest.ofGroup(topics.enriched().name()).on(topics);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void itGivesWhatIsCommittedAndGoesOnWhereItWasClosed() {
        desk.publish(0, 300);
        desk.publishAndAbort(300, 400);
        try (Reader first = Reader.of(settings, request).caughtUp()) {
            assertThat(first.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 300));
        }

        desk.publish(400, 500);
        try (Reader second = Reader.of(settings, request).caughtUp()) {
            assertThat(second.ids()).containsExactlyInAnyOrderElementsOf(ids(400, 500));
        }
    }

    @Test
    void closedByTheServiceInTheMiddleOfABatchItDoesNothingTwice() {
        desk.publish(0, 1_000);
        List<SubscribedArticle> taken = new CopyOnWriteArrayList<>();
        for (int enough = 100; enough <= 300; enough += 100) {
            Reader.into(taken, enough, settings, request).closed().close();
            assertThat(taken).as("no article was begun after that").hasSize(enough);
        }
        try (Reader last = Reader.into(taken, settings, request).caughtUp()) {
            assertThat(last.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 1_000));
        }
    }

    @Test
    void membersThatComeAndGoWhileArticlesComeMissNothingAndKeepTheOrderOfAKey() {
        int keys = 250;
        int rounds = 12;
        List<SubscribedArticle> taken = new CopyOnWriteArrayList<>();
        Reader first = Reader.into(taken, settings, request).ready();
        publish(keys, 0, 4);
        Reader second = Reader.into(taken, settings, request);
        publish(keys, 4, 8);
        second.ready();
        first.close();
        publish(keys, 8, rounds);
        try (second;
                Reader third = Reader.into(taken, settings, request)) {
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
            desk.publish(0, keys, 10_000L * round);
        }
    }

    @Test
    void anArticleThatFailsIsTriedAgainThenKeptAsADeadLetterAndTheNextOneComes() {
        desk.publish(0, 20);
        AtomicInteger attempts = new AtomicInteger();
        SubscriptionRequest twoRetries = request.retries(2);
        try (Reader reader = Reader.failing(settings, twoRetries, article -> {
            if (article.event().getArticleId().equals(Desk.id(7))) {
                attempts.incrementAndGet();
                throw new IllegalStateException("no room for\nnumber 7");
            }
        })) {
            reader.caughtUp();
            assertThat(reader.ids()).hasSize(19).doesNotContain(Desk.id(7)).doesNotHaveDuplicates();
            assertThat(reader.givenUp()).singleElement().satisfies(record -> {
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
        desk.publishGarbage(0);
        desk.publish(0, 4);
        for (SubscriptionRequest group : List.of(
                request,
                SubscriptionRequest.ofGroup("other-" + topics.enriched().name()).on(topics))) {
            try (Reader reader = Reader.of(settings, group).caughtUp()) {
                assertThat(reader.ids()).hasSize(4);
                assertThat(reader.givenUp())
                        .singleElement()
                        .satisfies(record -> assertThat(record.reason()).isEqualTo("not_avro"));
            }
        }
        assertThat(letters()).extracting(DeadLetter::getId).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void withoutAGroupEveryRunReadsAllAndNothingIsWritten() {
        desk.publishGarbage(0);
        desk.publish(0, 10);
        SubscriptionRequest nobody = SubscriptionRequest.withoutGroup().on(topics);
        for (int run = 0; run < 2; run++) {
            try (Reader reader = Reader.of(settings, nobody).caughtUp()) {
                assertThat(reader.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 10));
                assertThat(reader.givenUp()).hasSize(1);
            }
        }
        assertThat(letters()).isEmpty();
    }

    @Test
    void whatAFilterDoesNotWantIsNotEvenDecoded() {
        desk.publishGarbage(0, "en");
        desk.publish(0, 20);
        ArticleFilter kurdish =
                ArticleFilter.all().languages("CKB").verdicts("new").sources("news");
        try (Reader reader = Reader.of(settings, request.only(kurdish)).caughtUp()) {
            assertThat(reader.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 20, number -> number % 2 == 0));
            assertThat(reader.givenUp()).isEmpty();
        }
        ArticleFilter nobody = ArticleFilter.all().sources("elsewhere");
        try (Reader reader = Reader.of(
                        settings, SubscriptionRequest.withoutGroup().on(topics).only(nobody))
                .caughtUp()) {
            assertThat(reader.ids()).isEmpty();
        }
    }

    @Test
    void aNewGroupStartsWhereItSaysAndAnOldOneWhereItStands() {
        desk.publish(0, 10);
        Instant between = lastTime();
        desk.publish(10, 20);
        List<String> later = ids(10, 20);
        SubscriptionRequest latest = request.startingAt(SubscriptionStart.latest());
        SubscriptionRequest since = SubscriptionRequest.ofGroup(
                        "since-" + topics.enriched().name())
                .on(topics)
                .startingAt(SubscriptionStart.at(between.plusMillis(1)));

        try (Reader reader = Reader.of(settings, since).caughtUp()) {
            assertThat(reader.ids()).containsExactlyInAnyOrderElementsOf(later);
        }
        try (Reader reader = Reader.of(settings, latest).ready()) {
            desk.publish(20, 30);
            await().until(() -> reader.ids().size() == 10);
            assertThat(reader.ids()).containsExactlyInAnyOrderElementsOf(ids(20, 30));
        }
        try (Reader reader = Reader.of(settings, latest.startingAt(SubscriptionStart.earliest()))
                .caughtUp()) {
            assertThat(reader.ids()).as("the group has a position").isEmpty();
        }
    }

    /** When the broker took the newest article there is, once the clock has moved beyond it. */
    private Instant lastTime() {
        List<SubscribedArticle> all = new CopyOnWriteArrayList<>();
        Reader.into(all, settings, SubscriptionRequest.withoutGroup().on(topics))
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
        desk.publish(0, 5);
        AtomicInteger refusals = new AtomicInteger();
        try (Reader reader = Reader.failing(settings, request.retries(0), article -> {
            if (refusals.incrementAndGet() <= 3) {
                throw new RetryLaterException("the mail server does not answer", null);
            }
        })) {
            reader.caughtUp();
            assertThat(reader.ids()).containsExactlyInAnyOrderElementsOf(ids(0, 5));
            assertThat(reader.givenUp()).isEmpty();
        }
        assertThat(letters()).isEmpty();
    }

    @Test
    void theExampleOfTheDocumentationDoesWhatItSays(LocalStack stack, @TempDir Path directory) throws Exception {
        Path out = directory.resolve("out");
        try (Desk live = new Desk(stack, LocalStackExtension.liveTopics(stack), "example")) {
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

    private List<DeadLetter> letters() {
        return new Letters(settings, topics).read();
    }

    private static List<String> ids(long from, long to) {
        return ids(from, to, number -> true);
    }

    private static List<String> ids(long from, long to, LongFunction<Boolean> wanted) {
        return LongStream.range(from, to)
                .filter(wanted::apply)
                .mapToObj(Desk::id)
                .toList();
    }
}
