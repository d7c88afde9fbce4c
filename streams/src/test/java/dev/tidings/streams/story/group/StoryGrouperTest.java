package dev.tidings.streams.story.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.Place;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryJournal;
import dev.tidings.streams.story.index.StoryReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryGrouperTest {

    private static final Path SEEDS = Path.of("..", "seeds");
    private static final String FLOOD =
            "Rescue teams pulled forty people from flooded houses in Tampere after the river Kokemaki burst its banks. "
                    + "Mayor Lauri Virtanen asked the army for boats and sandbags. Schools stay closed, and the "
                    + "hospital moved its patients upstairs.";

    private static final long NOW = 1_700_000_000_000L;

    private final StoryIndex index = new StoryIndex(StoryJournal.NONE);
    private final StoryGrouper grouper = new StoryGrouper(index);

    @Test
    void sameEventInTwoLanguagesIsOneStoryAndAnotherEventIsNot() throws IOException {
        assertThat(add("a", seed("000_7862ad32163287db.txt", "ckb", "Arab")).isFirst())
                .isTrue();
        assertThat(add("b", seed("001_0ad0bd1f11616762.txt", "ckb", "Arab")).story())
                .isEqualTo(ArticleDetails.idOf("b"));
        StoryDecision third = add("c", seed("002_5f853b347646af86.txt", "en", "Latn"));
        assertThat(third.story()).isEqualTo(ArticleDetails.idOf("a"));
        assertThat(third.article().belonging().nearest()).contains(ArticleDetails.idOf("a"));
        assertThat(third.article().belonging().reasons())
                .anySatisfy(
                        reason -> assertThat(reason).isEqualTo(new StoryReason(StoryReason.Kind.DAY, "2021-09-29", 4)));
        assertThat(add("d", seed("003_6c18de837fb1579b.txt", "en", "Latn")).story())
                .isEqualTo(ArticleDetails.idOf("a"));
    }

    @Test
    void theOrderOfArticlesDoesNotChangeWhoIsTogether() throws IOException {
        add("d", seed("003_6c18de837fb1579b.txt", "en", "Latn"));
        add("b", seed("001_0ad0bd1f11616762.txt", "ckb", "Arab"));
        add("a", seed("000_7862ad32163287db.txt", "ckb", "Arab"));
        add("c", seed("002_5f853b347646af86.txt", "en", "Latn"));
        assertThat(storyOf("a")).isEqualTo(storyOf("d")).isEqualTo(storyOf("c"));
        assertThat(storyOf("b")).isEqualTo(ArticleDetails.idOf("b"));
    }

    @Test
    void theEldestLeaveWhenThereAreMoreThanMayBeRemembered() {
        StoryGrouper few = new StoryGrouper(index, new StoryMemory(Duration.ofDays(7), 3));
        for (int article = 0; article < 5; article++) {
            assertThat(index.forgottenEarly()).isEqualTo(article < 4 ? 0 : NOW);
            few.addArticle(
                    ArticleDetails.ofName("a" + article, "", NOW + 1_000L * article), Events.of(article, article));
        }
        assertThat(index.articleCount()).isEqualTo(3);
        assertThat(index.find(ArticleDetails.idOf("a1"))).isEmpty();
        assertThat(index.find(ArticleDetails.idOf("a2"))).isPresent();
        assertThat(index.forgottenEarly()).isEqualTo(NOW + 1_000);
    }

    @Test
    void aRevisionStaysInItsStoryAndALowerOneIsLeftOut() {
        add("a", Events.of(1, 1));
        add("b", Events.of(2, 1));
        assertThat(revise("b", 3, Events.of(3, 1)).orElseThrow().change()).isEqualTo(StoryDecision.Change.REVISED);
        assertThat(storyOf("b")).isEqualTo(ArticleDetails.idOf("a"));
        assertThat(revise("b", 2, Events.of(2, 9))).isEmpty();
    }

    @Test
    void aRevisionThatTellsOfAnotherEventLeavesItsStory() {
        add("a", Events.of(1, 1));
        add("b", Events.of(2, 1));
        add("c", Events.read(FLOOD, "en", "Latn"));
        StoryDecision revised = revise("b", 2, Events.read(FLOOD + " Boats came.", "en", "Latn"))
                .orElseThrow();
        assertThat(revised.story()).isEqualTo(ArticleDetails.idOf("c"));
        assertThat(revised.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.from()).isEqualTo(ArticleDetails.idOf("a"));
            assertThat(moved.to()).isEqualTo(ArticleDetails.idOf("c"));
        });
    }

    @Test
    void aFirstArticleThatLeavesItsStoryGetsANameOfItsOwn() {
        add("a", Events.of(1, 1));
        add("b", Events.of(2, 1));
        StoryDecision revised = revise("a", 2, Events.read(FLOOD, "en", "Latn")).orElseThrow();
        assertThat(revised.story()).isNotEqualTo(ArticleDetails.idOf("a"));
        assertThat(storyOf("b")).isEqualTo(ArticleDetails.idOf("a"));
    }

    @Test
    void anArticleWaitsSevenDaysAndNoLonger() {
        add("old", Events.of(1, 1));
        long later = NOW + Duration.ofDays(8).toMillis();
        // The time of the stage moves a day with each article at most.
        for (int other = 0; other < 8; other++) {
            addAt("other" + other, later, Events.of(10 + other, 10 + other));
        }
        assertThat(index.find(ArticleDetails.idOf("old"))).isEmpty();
        assertThat(addAt("new", later, Events.of(2, 1)).isFirst()).isTrue();
        assertThat(index.articleCount()).isEqualTo(9);
    }

    @Test
    void twoStoriesThatAThirdLanguageShowsToBeOneAreMergedIntoTheElder() {
        add("a", Events.in("en", 1, 1));
        add("b", Events.in("fr", 2, 2));
        StoryDecision merging = add("c", Events.in("es", 3, 1, 2));
        assertThat(merging.change()).isEqualTo(StoryDecision.Change.MERGED);
        assertThat(merging.story()).isEqualTo(ArticleDetails.idOf("a"));
        assertThat(storyOf("b")).isEqualTo(ArticleDetails.idOf("a"));
    }

    @Test
    void textWithoutAnyTermIsAStoryOfItsOwn() {
        assertThat(add("x", Events.read("", "und", "Zyyy")).isFirst()).isTrue();
        assertThat(add("y", Events.read("", "und", "Zyyy")).isFirst()).isTrue();
    }

    private String storyOf(String name) {
        return index.storyOf(index.find(ArticleDetails.idOf(name)).orElseThrow());
    }

    private StoryDecision add(String name, EventFeatures features) {
        return addAt(name, NOW, features);
    }

    private StoryDecision addAt(String name, long time, EventFeatures features) {
        return grouper.addArticle(ArticleDetails.ofName(name, "Title of " + name, time), features)
                .orElseThrow();
    }

    private Optional<StoryDecision> revise(String name, long revision, EventFeatures features) {
        ArticleDetails details = new ArticleDetails(
                ArticleDetails.idOf(name),
                revision,
                name,
                "",
                Optional.empty(),
                features.language(),
                features.script(),
                new Place(0, 0, NOW),
                0);
        return grouper.addArticle(details, features);
    }

    private static EventFeatures seed(String name, String language, String script) throws IOException {
        return Events.read(Files.readString(SEEDS.resolve(name)), language, script);
    }
}
