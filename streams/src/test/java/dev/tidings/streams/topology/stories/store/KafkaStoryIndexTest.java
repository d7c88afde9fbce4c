package dev.tidings.streams.topology.stories.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.ArticleId;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.group.Events;
import dev.tidings.streams.story.group.InMemoryStoryIndex;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryReason;
import dev.tidings.streams.story.score.StoryTermList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaStoryIndexTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(new Properties());
        for (String name : StoryStores.storeNames()) {
            KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            stores.put(name, store);
        }
    }

    private KafkaStoryIndex index() {
        return new KafkaStoryIndex(stores::get);
    }

    @Test
    void groupsAsTheIndexInMapsDoes() {
        assertThat(decisions(new StoryGrouper(index()), 0, 120))
                .isEqualTo(decisions(new StoryGrouper(new InMemoryStoryIndex()), 0, 120))
                .anyMatch(line -> line.contains("merged"))
                .anyMatch(line -> line.contains("members 3"));
    }

    @Test
    void groupsAfterARestartAsIfThereHadBeenNone() {
        List<String> expected = decisions(new StoryGrouper(new InMemoryStoryIndex()), 0, 120);
        List<String> found = new ArrayList<>();
        for (int part = 0; part < 120; part += 15) {
            found.addAll(decisions(new StoryGrouper(index()), part, part + 15));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static List<String> decisions(StoryGrouper grouper, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> {
                    int event = number % 17;
                    EventFeatures features =
                            number % 31 == 20 ? Events.of(number, event, event + 1) : Events.of(number, event);
                    long time = NOW + number * DAY / 6 - number % 5 * DAY / 3;
                    return line(grouper.addArticle(ArticleId.of("n" + number % 110), time, features));
                })
                .toList();
    }

    @Test
    void aFirstMemberThatComesAgainAfterItsTimeTakesNoStoryFromOthers() {
        StoryGrouper grouper = new StoryGrouper(index());
        String first = ArticleId.of("first");
        String other = ArticleId.of("other");
        grouper.addArticle(first, NOW, Events.of(1, 1));
        assertThat(grouper.addArticle(other, NOW + 6 * DAY, Events.of(2, 1))
                        .story()
                        .id())
                .isEqualTo(first);

        // The time before which articles expire moves by a day an article.
        for (int later = 10; later < 20; later++) {
            grouper.addArticle(ArticleId.of("later" + later), NOW + 8 * DAY, Events.of(later, later));
        }
        assertThat(grouper.addArticle(first, NOW, Events.of(5, 5)).story().members())
                .containsExactly(other, first);
        grouper.addArticle(ArticleId.of("last"), NOW + 8 * DAY, Events.of(7, 7));

        assertThat(grouper.addArticle(other, NOW + 8 * DAY, Events.of(2, 1))
                        .story()
                        .members())
                .containsExactly(other);
    }

    private static String line(StoryDecision decision) {
        return decision.article().id() + " " + decision.story().id() + " " + decision.score() + " "
                + decision.nearest() + " " + decision.reasons() + " members "
                + decision.story().members().size()
                + (decision.merged().isEmpty() ? "" : " merged " + decision.merged());
    }

    @Test
    void countsOfTermsAreThoseOfTheRememberedArticles() {
        KafkaStoryIndex index = index();
        EventFeatures features = Events.of(1, 1);
        StoryArticle first = new StoryArticle(ArticleId.of("a"), ArticleId.of("a"), NOW, features);
        index.putArticle(first);
        index.putArticle(first);
        index.putArticle(new StoryArticle(ArticleId.of("b"), ArticleId.of("a"), NOW + 1, features));
        assertThat(StoryTermList.allTerms(features)).allMatch(storyTerm -> index.documentCount(storyTerm) == 2);
        assertThat(StoryTermList.allTerms(features)).allMatch(storyTerm -> index().documentCount(storyTerm) == 2);
        assertThat(index.documentCount(new StoryTerm(StoryTerm.Kind.NAME, "nobody")))
                .isZero();

        index.putArticle(new StoryArticle(ArticleId.of("b"), ArticleId.of("a"), NOW + 1, Events.of(2, 2)));
        List<StoryTerm> left = new ArrayList<>(StoryTermList.allTerms(features));
        left.removeAll(StoryTermList.allTerms(Events.of(2, 2)));
        assertThat(left).isNotEmpty().allMatch(storyTerm -> index.documentCount(storyTerm) == 1);
        index.expireBefore(NOW + 1);
        assertThat(index.articleCount()).isEqualTo(1);
        assertThat(index().articleCount()).isEqualTo(1);
        assertThat(index.findArticle(ArticleId.of("a"))).isEmpty();
    }

    @Test
    void articlesWithATermComeNewestFirstAndGoWithTheirFeatures() {
        KafkaStoryIndex index = index();
        for (int number = 0; number < 5; number++) {
            index.putArticle(
                    new StoryArticle(ArticleId.of("" + number), ArticleId.of("0"), NOW - number, Events.of(0, 1)));
        }
        StoryTerm storyTerm = StoryTermList.findableTerms(Events.of(0, 1), new InMemoryStoryIndex())
                .get(0);
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(number -> ArticleId.of("" + number))
                .toList();
        assertThat(index.articlesWithTerm(storyTerm, 10)).isEqualTo(ids);
        assertThat(index.articlesWithTerm(storyTerm, 2)).isEqualTo(ids.subList(0, 2));

        index.putArticle(new StoryArticle(ids.get(0), ids.get(0), NOW, Events.of(7, 7)));
        assertThat(index.articlesWithTerm(storyTerm, 10)).isEqualTo(ids.subList(1, 5));
    }

    @Test
    void expiryNeverGoesBack() {
        KafkaStoryIndex index = index();
        index.expireBefore(NOW);
        index.putArticle(new StoryArticle(ArticleId.of("late"), ArticleId.of("late"), NOW - 5, Events.of(1, 1)));
        index.expireBefore(NOW - DAY);
        index.expireBefore(NOW);
        assertThat(index.articleCount()).isZero();
    }

    @Test
    void oneArticleThatIsFarAheadEmptiesNothing() {
        for (StoryIndex index : List.of(index(), new InMemoryStoryIndex())) {
            index.expireBefore(NOW - 7 * DAY);
            index.putArticle(new StoryArticle(ArticleId.of("a"), ArticleId.of("a"), NOW - 6 * DAY, Events.of(1, 1)));
            index.expireBefore(NOW + 33 * DAY);
            for (int later = 0; later < 100; later++) {
                index.expireBefore(NOW - 7 * DAY + later);
            }
            assertThat(index.articleCount()).isEqualTo(1);
        }
    }

    @Test
    void aFirstArticleThatIsFarAheadEmptiesNothing() {
        for (StoryIndex index : List.of(index(), new InMemoryStoryIndex())) {
            index.expireBefore(NOW + 365 * DAY);
            index.putArticle(new StoryArticle(ArticleId.of("a"), ArticleId.of("a"), NOW, Events.of(1, 1)));
            index.expireBefore(NOW - 7 * DAY);
            assertThat(index.articleCount()).isEqualTo(1);
        }
    }

    @Test
    void behindAGapExpiryHasCaughtUpAfterAsManyArticlesAsTheGapHasDays() {
        for (StoryIndex index : List.of(index(), new InMemoryStoryIndex())) {
            index.expireBefore(NOW);
            index.putArticle(new StoryArticle(ArticleId.of("a"), ArticleId.of("a"), NOW + DAY, Events.of(1, 1)));
            for (int article = 0; article < 41; article++) {
                index.expireBefore(NOW + 40 * DAY);
            }
            assertThat(index.articleCount()).isZero();
        }
    }

    @Test
    void membershipsAreReadAsWritten() {
        Membership full = new Membership(
                ArticleId.of("a"),
                3,
                "seeds/a.txt",
                Optional.of("سۆچی"),
                "ckb-Arab",
                "Arab",
                new Membership.Place(2, 7, NOW),
                41,
                0.75,
                Optional.of(ArticleId.of("b")),
                List.of(
                        new StoryReason(StoryTerm.Kind.DAY, "2021-09-29", 4),
                        new StoryReason(StoryTerm.Kind.NAME, "پووتین", 2.5)));
        Membership first = new Membership(
                ArticleId.of("a"),
                1,
                "",
                Optional.empty(),
                "und",
                "Zyyy",
                new Membership.Place(0, 0, -1),
                0,
                1,
                Optional.empty(),
                List.of());
        for (Membership membership : List.of(full, first)) {
            byte[] value = MembershipValue.toBytes(membership);
            assertThat(value).startsWith(1);
            assertThat(MembershipValue.fromBytes(membership.articleId(), value)).isEqualTo(membership);
        }
    }

    @Test
    void aGrowingTableOfCountsLosesNone() {
        StoryTermCounts counts = new StoryTermCounts();
        for (int round = 0; round < 3; round++) {
            for (int number = 0; number < 20_000; number++) {
                counts.add(new StoryTerm(StoryTerm.Kind.NUMBER, String.valueOf(number)));
            }
        }
        for (int number = 0; number < 20_000; number += 2) {
            counts.remove(new StoryTerm(StoryTerm.Kind.NUMBER, String.valueOf(number)));
        }
        for (int number = 0; number < 20_000; number++) {
            assertThat(counts.countOf(new StoryTerm(StoryTerm.Kind.NUMBER, String.valueOf(number))))
                    .isEqualTo(number % 2 == 0 ? 2 : 3);
        }
    }
}
