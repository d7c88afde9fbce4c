package dev.tidings.streams.topology.stories;

import static dev.tidings.streams.topology.StoriesRun.id;
import static dev.tidings.streams.topology.StoriesRun.newest;
import static dev.tidings.streams.topology.StoriesRun.uris;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.StoryMember;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.group.Events;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.StoriesRun;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stage comes after a version that grouped otherwise: a and b were one story, c and d another, e one by itself. Now
 * a and c tell of one event, and b and d of another.
 */
class FormerGroupingTest {

    @TempDir
    private Path folder;

    private final Topic written = new Topic();

    /** What stands in the topics. */
    private static final class Topic implements StoryHistory {
        private final List<Map.Entry<String, Optional<Story>>> states = new ArrayList<>();
        private final Map<String, EventFeatures> remade = new HashMap<>();
        private int readings;

        void story(String first, String... others) {
            states.add(Map.entry(id(first), Optional.of(state(first, others).build())));
        }

        static Story.Builder state(String first, String... others) {
            return Story.newBuilder()
                    .setStoryId(id(first))
                    .setAlgorithm("former/1")
                    .setMembers(Stream.concat(Stream.of(first), Stream.of(others))
                            .map(name -> StoryMember.newBuilder()
                                    .setArticleId(id(name))
                                    .build())
                            .toList());
        }

        @Override
        public void readStates(StateReader reader) {
            readings++;
            states.forEach(state -> reader.readState(state.getKey(), state.getValue()));
        }

        @Override
        public Optional<EventFeatures> remakeFeatures(StoryFeatures article) {
            return Optional.ofNullable(remade.get(article.getArticleId()));
        }

        @Override
        public void close() {}
    }

    @Test
    void anIdThatIsStillAStoryStaysAndAnotherIsClosedByTheStoryThatHasItsArticlesNow() {
        written.story("a");
        written.story("a", "b");
        written.story("c", "d");
        written.story("e");

        try (StoriesRun stories = StoriesRun.following(folder, new ResumePoint(5, 0), written)) {
            sendFive(stories);

            List<Story> states = stories.states();
            assertThat(states)
                    .extracting(story -> story.getStoryId() + " " + story.getChange())
                    .containsExactly(
                            id("c") + " " + StoryChangeKind.CLOSED,
                            id("a") + " " + StoryChangeKind.MERGED,
                            id("b") + " " + StoryChangeKind.MERGED);
            assertThat(states.get(0).getMergedInto()).contains(id("a"));
            assertThat(uris(states.get(1))).containsExactly("test/a", "test/c");
            assertThat(states.get(1).getPreviousIds()).containsExactly(id("c"));
            assertThat(uris(states.get(2))).containsExactly("test/b", "test/d");
            assertThat(states.get(2).getPreviousIds()).containsExactly(id("a"), id("c"));
            assertThat(states).extracting(Story::getAlgorithm).containsOnly(StoryGrouper.VERSION);
            assertThat(states).extracting(Story::getSourceOffset).containsOnly(4L);
            assertThat(stories.relations())
                    .extracting(relation -> relation.getUri() + " " + relation.getKind() + " "
                            + relation.getStoryId().orElseThrow() + " " + relation.getRule())
                    .containsExactly(
                            "test/c SAME_STORY " + id("a") + " stories_regrouped",
                            "test/b UNLINKED " + id("a") + " stories_regrouped",
                            "test/b SAME_STORY " + id("b") + " stories_regrouped",
                            "test/d UNLINKED " + id("c") + " stories_regrouped",
                            "test/d SAME_STORY " + id("b") + " stories_regrouped");

            stories.send(stories.article("f", Events.of(9, 1)));
            assertThat(stories.states())
                    .singleElement()
                    .satisfies(story -> assertThat(story.getChange()).isEqualTo(StoryChangeKind.GREW));
            assertThat(written.readings).isEqualTo(1);
        }
    }

    @Test
    void whatIsOverOrClosedOrRemovedStaysAsItIs() {
        written.story("forgotten", "long ago");
        written.story("a", "c");
        written.story("b", "d");
        written.story("e");
        written.states.add(Map.entry(
                id("merged"),
                Optional.of(Topic.state("merged", "a").setMergedInto(id("a")).build())));
        written.story("removed", "a");
        written.states.add(Map.entry(id("removed"), Optional.empty()));

        try (StoriesRun stories = StoriesRun.following(folder, new ResumePoint(5, 0), written)) {
            sendFive(stories);
            assertThat(stories.states()).isEmpty();
            assertThat(stories.relations()).isEmpty();
        }
    }

    @Test
    void aStoryThatLostArticlesHasSplitAndOneThatOnlyGainedSomeHasGrown() {
        written.story("a", "c", "e");
        written.story("b");

        try (StoriesRun stories = StoriesRun.following(folder, new ResumePoint(5, 0), written)) {
            sendFive(stories);
            Map<String, Story> states = newest(stories.states());
            assertThat(states.get(id("a")).getChange()).isEqualTo(StoryChangeKind.SPLIT);
            assertThat(states.get(id("a")).getPreviousIds()).isEmpty();
            assertThat(states.get(id("b")).getChange()).isEqualTo(StoryChangeKind.GREW);
            assertThat(states.get(id("e")).getChange()).isEqualTo(StoryChangeKind.SPLIT);
            assertThat(states.get(id("e")).getPreviousIds()).containsExactly(id("a"));
        }
    }

    @Test
    void withNothingRememberedAndNothingPublishedTheFirstArticleBeginsTheFirstStory() {
        try (StoriesRun stories = StoriesRun.following(folder, ResumePoint.beginning(), written)) {
            stories.send(stories.article("a", Events.of(1, 1)));
            stories.send(stories.article("b", Events.of(2, 1)));

            assertThat(stories.states())
                    .extracting(Story::getChange)
                    .containsExactly(StoryChangeKind.STARTED, StoryChangeKind.GREW);
            assertThat(written.readings).isEqualTo(1);
        }
    }

    @Test
    void featuresOfAFormerVersionAreMadeAnewAndWhereTheEventIsGoneTakenAsTheyAre() {
        // Version 1: language, script, length; no names, entities, days or numbers; two words by their hashes.
        byte[] former = ByteBuffer.allocate(1 + 4 + 6 + 4 + 4 * 2 + 2 + 4)
                .put((byte) 1)
                .putShort((short) 2)
                .put(new byte[] {'e', 'n'})
                .putShort((short) 4)
                .put(new byte[] {'L', 'a', 't', 'n'})
                .putInt(500)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(17)
                .array();
        try (StoriesRun stories = StoriesRun.following(folder, ResumePoint.beginning(), written)) {
            written.remade.put(id("a"), Events.of(1, 1));
            stories.send(stories.article("a", Events.of(99, 99)).setFeatures(ByteBuffer.wrap(former)));
            stories.send(stories.article("gone", Events.of(99, 99)).setFeatures(ByteBuffer.wrap(former)));
            stories.send(stories.article("b", Events.of(2, 1)));

            Map<String, Story> states = newest(stories.states());
            assertThat(stories.deadLetters()).isEmpty();
            assertThat(states.keySet()).containsExactly(id("a"), id("gone"));
            assertThat(uris(states.get(id("a")))).containsExactly("test/a", "test/b");
        }
    }

    private static void sendFive(StoriesRun stories) {
        stories.send(stories.article("a", Events.of(1, 1)));
        stories.send(stories.article("b", Events.of(2, 2)));
        stories.send(stories.article("c", Events.of(3, 1)));
        stories.send(stories.article("d", Events.of(4, 2)));
        assertThat(stories.states()).isEmpty();
        stories.send(stories.article("e", Events.of(5, 3)));
    }
}
