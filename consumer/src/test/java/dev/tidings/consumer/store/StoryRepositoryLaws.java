package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.RELATIONS;
import static dev.tidings.consumer.store.TestEvents.STORIES;
import static dev.tidings.consumer.store.TestEvents.TOPICS;
import static dev.tidings.consumer.store.TestEvents.copy;
import static dev.tidings.consumer.store.TestEvents.decoder;
import static dev.tidings.consumer.store.TestEvents.id;
import static dev.tidings.consumer.store.TestEvents.news;
import static dev.tidings.consumer.store.TestEvents.record;
import static dev.tidings.consumer.store.TestEvents.removal;
import static dev.tidings.consumer.store.TestEvents.story;
import static dev.tidings.consumer.store.TestEvents.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.subscribe.internal.FencedException;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryChangeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Articles 0 and 1 in Central Kurdish, 2 and 3 in English; {0, 2, 3} and {1} are stories, 4 is a copy of 2. */
public abstract class StoryRepositoryLaws extends StoreLaws {

    private StoreWriter sink;
    private StoreReader reader;
    private StoryRepository store;
    private long next;

    @BeforeEach
    void fill() {
        sink = openWriter();
        sink.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        ArticleRelation sameStory = copy(2, 0)
                .setKind(RelationKind.SAME_STORY)
                .setSuppressed(false)
                .setStoryId(id(0))
                .build();
        sink.writeBatch(
                RELATIONS,
                StoreWriter.NOTHING_STORED,
                List.of(
                        decoder().decodeRecord(record(0, copy(4, 2).build())),
                        decoder().decodeRecord(record(1, sameStory))),
                2);
        next = StoreWriter.NOTHING_STORED;
        write(story(1, 0), story(2, 1), story(3, 0, 2), story(4, 0, 2, 3));
        reader = openReader();
        store = reader.stories();
    }

    private void write(Story.Builder... states) {
        long from = Math.max(0, next);
        List<SinkRecord> batch = IntStream.range(0, states.length)
                .mapToObj(number -> decoder().decodeRecord(record(from + number, states[number].build())))
                .toList();
        sink.writeBatch(STORIES, next, batch, from + states.length);
        next = from + states.length;
    }

    @AfterEach
    void close() {
        reader.close();
        sink.close();
    }

    @Test
    void aRemovedStoryIsGoneWithItsMembershipAndItsArticlesStay() {
        SinkRecord removal = decoder().decodeRecord(removal(TOPICS.stories(), next, id(0)));
        sink.writeBatch(STORIES, next, List.of(removal), next + 1);

        assertThat(store.listStories(StoryQuery.newest(10)))
                .extracting(StoredStory::storyId)
                .containsExactly(id(1));
        assertThat(store.findStory(id(0))).isEmpty();
        assertThat(store.findStory(id(3))).isEmpty();
        assertThat(reader.articles().findHistory(id(3))).isPresent();
    }

    @Test
    void keepsTheNewestStateAndTheOffsetTogether() {
        assertThat(sink.findOffsets(Set.of(STORIES))).isEqualTo(Map.of(STORIES, 4L));
        assertThatThrownBy(() -> sink.writeBatch(STORIES, 0, List.of(), 9)).isInstanceOf(FencedException.class);
        assertThat(store.listStories(StoryQuery.newest(10)))
                .extracting(StoredStory::label)
                .containsExactly("Story of 1", "Story of 0");
    }

    @Test
    void tellsAllOfAStory() {
        StoredStory story = store.findStory(id(0)).orElseThrow();

        assertThat(story.languages()).containsExactly("ckb", "en");
        assertThat(story.firstTime()).isEqualTo(Instant.EPOCH);
        assertThat(story.lastTime()).isEqualTo(Instant.EPOCH.plus(Duration.ofHours(4)));
        assertThat(story.members()).extracting(StoredMember::uri).containsExactly(uri(0), uri(2), uri(3));
        assertThat(story.members().get(0).nearestId()).isEmpty();
        assertThat(story.members().get(1)).satisfies(member -> {
            assertThat(member.headline()).isEqualTo("Title of 2");
            assertThat(member.nearestId()).contains(id(0));
            assertThat(member.score()).isEqualTo(0.75);
            assertThat(member.evidence()).containsExactly(new StoredMember.Shared("NAME", "پووتین", 2.5));
        });
        assertThat(story.copies()).extracting(ArticleRelation::getUri).containsExactly(uri(4));
    }

    @Test
    void findsAStoryByAnyOfItsArticlesAndByACopyOfOne() {
        StoredStory whole = store.findStory(id(0)).orElseThrow();
        assertThat(store.findStory(uri(0))).contains(whole);
        assertThat(store.findStory(uri(3))).contains(whole);
        assertThat(store.findStory(uri(4))).contains(whole);
        assertThat(store.findStory(uri(1)).orElseThrow().members()).hasSize(1);
        assertThat(store.findStory(uri(9))).isEmpty();
    }

    @Test
    void aMergedStoryHandsItsMembersOver() {
        write(story(5, 1).setMergedInto(id(0)), story(5, 0, 2, 3, 1));

        assertThat(store.listStories(StoryQuery.newest(10)))
                .extracting(StoredStory::storyId)
                .containsExactly(id(0));
        assertThat(store.findStory(id(1)).orElseThrow().members()).hasSize(4);
    }

    @Test
    void membersThatAStateNoLongerNamesAreKept() {
        write(story(6, 0, 3));
        write(story(7, 1).setMergedInto(id(0)));

        assertThat(store.findStory(id(0)).orElseThrow().members())
                .extracting(StoredMember::uri)
                .containsExactly(uri(0), uri(1), uri(2), uri(3));
    }

    @Test
    void tellsWhatHappenedLastAndWhoCarriesIt() {
        write(story(5, 0, 2, 3, 1)
                .setChange(StoryChangeKind.MERGED)
                .setPreviousIds(List.of(id(1)))
                .setSources(7)
                .setCopies(12));

        assertThat(store.listStories(StoryQuery.newest(10))).last().satisfies(story -> {
            assertThat(story.lastChange())
                    .isEqualTo(new StoredStory.LastChange(StoryChangeKind.MERGED, List.of(id(1))));
            assertThat(story.carriers()).isEqualTo(new StoredStory.Carriers(7, 12));
        });
        assertThat(store.findStory(id(0)).orElseThrow().lastChange().previousIds())
                .containsExactly(id(1));
    }

    @Test
    void aStoryIsCalledInTheFirstLanguageAskedForThatItIsToldIn() {
        write(story(5, 0, 2).setLabels(Map.of("en", "The meeting", "ckb", "کۆبوونەوە")));

        StoredStory found = store.findStory(id(0)).orElseThrow();
        assertThat(found.labels().keySet()).containsExactly("ckb", "en");
        assertThat(found.headlineIn(List.of("de", "en-GB", "ckb"))).isEqualTo("The meeting");
        assertThat(found.headlineIn(List.of("CKB"))).isEqualTo("کۆبوونەوە");
        assertThat(found.headlineIn(List.of("de"))).isEqualTo("Story of 0");
        assertThat(found.headlineIn(List.of())).isEqualTo("Story of 0");
    }

    @Test
    void aCopyThatIsPublishedBelongsToTheStoryToo() {
        relate(2, copy(5, 2).setSuppressed(false).setKind(RelationKind.NEAR).build());

        assertThat(store.findStory(uri(5)).orElseThrow().storyId()).isEqualTo(id(0));
        assertThat(store.findStory(id(0)).orElseThrow().copies())
                .extracting(ArticleRelation::getUri)
                .containsExactly(uri(4), uri(5));
    }

    @Test
    void aCopyThatHasBecomeAMemberIsNoCopyAnyMore() {
        write(story(5, 0, 2, 3, 4));

        StoredStory story = store.findStory(id(0)).orElseThrow();
        assertThat(story.members()).hasSize(4);
        assertThat(story.copies()).isEmpty();
    }

    @Test
    void aStoryOfAnIdThatIsNoArticlesIsFoundAndOfOneThatIsGoneTheOneThatTookItOver() {
        write(
                story(5, 8, 1).setStoryId(id(1_000)),
                story(6, 8, 1).setStoryId(id(1_000)).setMergedInto(id(1_001)),
                story(6, 9, 8, 1).setStoryId(id(1_001)),
                story(7, 9, 8, 1).setStoryId(id(1_001)).setMergedInto(id(0)),
                story(7, 0, 2, 3, 9, 8, 1));

        assertThat(store.findStory(id(1_001)).orElseThrow().storyId()).isEqualTo(id(0));
        assertThat(store.findStory(id(1_000)).orElseThrow().members()).hasSize(6);
        assertThat(store.findStory(id(1_002))).isEmpty();
    }

    private void relate(long offset, ArticleRelation relation) {
        sink.writeBatch(RELATIONS, offset, List.of(decoder().decodeRecord(record(offset, relation))), offset + 1);
    }

    @Test
    void aStoryWithoutALabelIsCalledByWhatItsFirstArticleBeginsWith() {
        Story.Builder story = story(8, 1).setLabel("");
        story.getMembers().get(0).setTitle(null);
        write(story);

        StoredStory found = store.findStory(id(1)).orElseThrow();
        assertThat(found.label()).isEmpty();
        assertThat(found.headline()).startsWith("ئێوارەی رۆژی پێنجشەممە");
    }

    @Test
    void everyConditionNarrowsTheList() {
        assertThat(ids(new StoryQuery(Optional.of("en"), none(), none(), none(), none(), 1, 1, 10)))
                .containsExactly(id(0));
        assertThat(ids(new StoryQuery(Optional.of("ckb"), none(), none(), none(), none(), 1, 1, 10)))
                .containsExactly(id(1), id(0));
        assertThat(ids(new StoryQuery(Optional.of("e"), none(), none(), none(), none(), 1, 1, 10)))
                .isEmpty();
        assertThat(ids(new StoryQuery(none(), Optional.of("seeds"), none(), none(), none(), 1, 1, 10)))
                .hasSize(2);
        assertThat(ids(new StoryQuery(none(), Optional.of("see_s"), none(), none(), none(), 1, 1, 10)))
                .isEmpty();
        assertThat(ids(new StoryQuery(none(), none(), Optional.of("title OF 3"), none(), none(), 1, 1, 10)))
                .containsExactly(id(0));
        assertThat(ids(new StoryQuery(none(), none(), Optional.of("100%"), none(), none(), 1, 1, 10)))
                .isEmpty();
        assertThat(ids(new StoryQuery(none(), none(), none(), hour(3), none(), 1, 1, 10)))
                .containsExactly(id(0));
        assertThat(ids(new StoryQuery(none(), none(), none(), none(), hour(-1), 1, 1, 10)))
                .isEmpty();
        assertThat(ids(new StoryQuery(none(), none(), none(), none(), none(), 2, 1, 10)))
                .containsExactly(id(0));
        assertThat(ids(new StoryQuery(none(), none(), none(), none(), none(), 4, 1, 10)))
                .isEmpty();
        assertThat(ids(new StoryQuery(none(), none(), none(), none(), none(), 1, 2, 10)))
                .containsExactly(id(0));
        assertThat(ids(StoryQuery.newest(1))).containsExactly(id(0));
    }

    @Test
    void relationsOfStoriesAreNoVerdictsOnAnArticle() {
        ArticleHistory history = reader.articles().findHistory(uri(2)).orElseThrow();
        assertThat(history.matched()).isEmpty();
        assertThat(history.matchedBy()).extracting(ArticleRelation::getKind).containsExactly(RelationKind.EXACT);
        assertThat(reader.articles().findHistory(uri(0)).orElseThrow().matchedBy())
                .isEmpty();
    }

    private List<String> ids(StoryQuery query) {
        return store.listStories(query).stream().map(StoredStory::storyId).toList();
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static Optional<Instant> hour(int hour) {
        return Optional.of(Instant.EPOCH.plus(Duration.ofHours(hour)));
    }
}
