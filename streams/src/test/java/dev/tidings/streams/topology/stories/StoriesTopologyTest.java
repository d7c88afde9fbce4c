package dev.tidings.streams.topology.stories;

import static dev.tidings.streams.topology.StoriesRun.START;
import static dev.tidings.streams.topology.StoriesRun.TOPICS;
import static dev.tidings.streams.topology.StoriesRun.id;
import static dev.tidings.streams.topology.StoriesRun.newest;
import static dev.tidings.streams.topology.StoriesRun.uris;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.schemas.StoryEvidence;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.StoryMember;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.story.group.Events;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.topology.AnalyseDriver;
import dev.tidings.streams.topology.DedupRun;
import dev.tidings.streams.topology.StoriesRun;
import dev.tidings.streams.topology.stories.store.StoryStores;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesTopologyTest {

    @TempDir
    private Path folder;

    private StoriesRun stories;

    @BeforeEach
    void start() {
        stories = new StoriesRun(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        stories.close();
    }

    @Test
    void theFourSamplesAreTwoStoriesAllTheWayFromTheirBytes() {
        throughAnalyseAndDedup(Seeds.values());

        Map<String, Story> found = newest(stories.states());
        assertThat(found.values())
                .extracting(StoriesRun::uris)
                .containsExactly(
                        List.of(
                                "seeds/000_7862ad32163287db.txt",
                                "seeds/002_5f853b347646af86.txt",
                                "seeds/003_6c18de837fb1579b.txt"),
                        List.of("seeds/001_0ad0bd1f11616762.txt"));
        Story sochi = found.values().iterator().next();
        assertThat(sochi.getStoryId()).isEqualTo(ArticleId.of("seeds/000_7862ad32163287db.txt"));
        assertThat(sochi.getLabel()).isEqualTo("Turkey and Russia seek common interests");
        assertThat(sochi.getMergedInto()).isEmpty();
        assertThat(sochi.getAlgorithm()).isEqualTo(StoryGrouper.VERSION);
        assertThat(sochi.getEvidence())
                .extracting(StoryEvidence::getValue)
                .contains("2021-09-29")
                .allSatisfy(value -> assertThat(value).isNotBlank());
        StoryMember joined = sochi.getMembers().get(1);
        assertThat(joined.getLanguage()).isEqualTo("en");
        assertThat(joined.getNearestId()).contains(sochi.getStoryId());
        assertThat(joined.getScore()).isBetween(0.5, 1.0);
        assertThat(joined.getEvidence())
                .allSatisfy(shared -> assertThat(shared.getWeight()).isPositive());
    }

    @Test
    void anArticleThatJoinsHasARelationToTheMemberItIsLikest() {
        throughAnalyseAndDedup(Seeds.PUTIN_ERDOGAN_CKB, Seeds.COMMON_INTERESTS_EN);

        assertThat(stories.relations()).singleElement().satisfies(relation -> {
            assertThat(relation.getKind()).isEqualTo(RelationKind.SAME_STORY);
            assertThat(relation.getArticleId()).isEqualTo(ArticleId.of("seeds/002_5f853b347646af86.txt"));
            assertThat(relation.getRelatedId()).isEqualTo(ArticleId.of("seeds/000_7862ad32163287db.txt"));
            assertThat(relation.getRelatedRevision()).isEqualTo(3);
            assertThat(relation.getStoryId()).contains(relation.getRelatedId());
            assertThat(relation.getScore().orElseThrow()).isBetween(0.5, 1.0);
            assertThat(relation.getReasons()).contains("day 2021-09-29");
            assertThat(relation.getSuppressed()).isFalse();
            assertThat(relation.getDecision()).isEqualTo(1);
            assertThat(relation.getRule()).isEqualTo("same_event");
            assertThat(relation.getTitle()).contains("Turkey and Russia seek common interests");
            assertThat(relation.getSourceOffset()).isEqualTo(1);
        });
    }

    @Test
    void aCopyIsNotGroupedBecauseItIsWhereItsOriginalIsAndIsCountedThere() {
        throughAnalyseAndDedup(Seeds.COMMON_INTERESTS_EN, Seeds.SOCHI_MEETING_EN, Seeds.COMMON_INTERESTS_EN);

        Story story = newest(stories.states()).get(ArticleId.of("seeds/" + Seeds.COMMON_INTERESTS_EN.fileName()));
        assertThat(uris(story)).hasSize(2);
        assertThat(story.getMemberCount()).isEqualTo(2);
        assertThat(story.getCopies()).as("of its own record a second time").isZero();
        assertThat(stories.deadLetters()).isEmpty();
    }

    @Test
    void aStoryCountsItsSourcesAndTheCopiesThatAreCarried() {
        stories.send(stories.article("a", Events.of(1, 1)));
        stories.send(stories.article("b", Events.of(2, 1)).setSource("second"));
        assertThat(newest(stories.states()).get(id("a")).getSources()).isEqualTo(2);

        stories.send(stories.copy("c", "third", "b"));
        assertThat(stories.states()).singleElement().satisfies(story -> {
            assertThat(story.getStoryId()).isEqualTo(id("a"));
            assertThat(story.getChange()).isEqualTo(StoryChangeKind.CARRIED);
            assertThat(uris(story)).containsExactly("test/a", "test/b");
            assertThat(story.getMemberCount()).isEqualTo(2);
            assertThat(story.getCopies()).isEqualTo(1);
            assertThat(story.getSources()).isEqualTo(3);
            assertThat(story.getSourceOffset()).isEqualTo(2);
        });
        stories.send(stories.copy("d", "third", "c").setClusterId(id("unknown")));
        assertThat(stories.states()).as("a copy of a copy").singleElement().satisfies(story -> {
            assertThat(story.getCopies()).isEqualTo(2);
            assertThat(story.getSources()).isEqualTo(3);
        });
        assertThat(stories.relations()).as("copies have those of deduplication").hasSize(1);
        assertThat(stories.deadLetters()).isEmpty();
    }

    @Test
    void aCopyIsCountedOnceAndNoMoreWhenItHasBecomeAnArticleOfItsOwn() {
        stories.send(stories.article("a", Events.of(1, 1)));
        stories.send(stories.copy("c", "second", "a"));
        stories.send(stories.copy("c", "second", "a").setRevision(2));
        assertThat(stories.states())
                .hasSize(2)
                .last()
                .satisfies(story -> assertThat(story.getCopies()).isEqualTo(1));

        stories.send(stories.article("c", Events.of(2, 1)).setRevision(3));
        assertThat(stories.states()).singleElement().satisfies(story -> {
            assertThat(story.getMemberCount()).isEqualTo(2);
            assertThat(story.getCopies()).isZero();
        });
        stories.send(stories.copy("c", "second", "a").setRevision(4));
        assertThat(stories.states()).as("it stays what it was published as").isEmpty();
        assertThat(stories.count(StoryStores.COPIES)).isZero();
    }

    @Test
    void aCopyOfWhatIsForgottenBelongsToNoStory() {
        stories.send(stories.copy("c", "second", "a"));
        assertThat(stories.states()).isEmpty();
        assertThat(stories.deadLetters()).isEmpty();
    }

    @Test
    void ofManyCopiesOfOneSourceNotEachIsWritten() {
        stories.send(stories.article("a", Events.of(1, 1)));
        stories.states();
        for (int copy = 1; copy <= 100; copy++) {
            stories.send(stories.copy("c" + copy, "second", "a"));
        }
        List<Story> states = stories.states();
        assertThat(states)
                .hasSizeLessThan(45)
                .last()
                .satisfies(story -> assertThat(story.getCopies()).isBetween(90L, 100L));
        assertThat(states.subList(0, 15))
                .extracting(Story::getCopies)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 15).boxed().toList());
        stories.send(stories.copy("further", "third", "a"));
        assertThat(stories.states()).singleElement().satisfies(story -> {
            assertThat(story.getCopies()).isEqualTo(101);
            assertThat(story.getSources()).isEqualTo(3);
        });
    }

    @Test
    void anArticleThatBelongsToTwoStoriesMergesThemIntoTheElder() {
        stories.send(stories.article("a", Events.of(1, 1)));
        stories.send(stories.article("b", Events.in("fr", 2, 2)).setSourceTimestamp(later(1)));
        stories.send(stories.article("c", Events.in("fr", 3, 2)).setSourceTimestamp(later(2)));
        stories.send(stories.article("f", Events.of(6, 1)).setSourceTimestamp(later(2)));
        assertThat(newest(stories.states()).keySet()).containsExactly(id("a"), id("b"));
        stories.relations();

        stories.send(stories.article("d", Events.in("es", 4, 1, 2)).setSourceTimestamp(later(3)));

        List<Story> states = stories.states();
        assertThat(states).hasSize(2);
        assertThat(states.get(0).getStoryId()).isEqualTo(id("b"));
        assertThat(states.get(0).getMergedInto()).contains(id("a"));
        assertThat(states.get(0).getChange()).isEqualTo(StoryChangeKind.CLOSED);
        assertThat(states.get(1).getStoryId()).isEqualTo(id("a"));
        assertThat(states.get(1).getChange()).isEqualTo(StoryChangeKind.MERGED);
        assertThat(states.get(1).getPreviousIds()).containsExactly(id("b"));
        assertThat(states.get(1).getMemberCount()).isEqualTo(5);
        assertThat(states.get(1).getLabels()).containsKeys("en", "es", "fr");
        assertThat(uris(states.get(1))).containsExactly("test/a", "test/b", "test/c", "test/f", "test/d");
        assertThat(states.get(1).getFirstTime()).isEqualTo(START);
        assertThat(states.get(1).getLastTime()).isEqualTo(later(3));
        assertThat(stories.relations())
                .extracting(relation -> relation.getUri() + " " + relation.getKind() + " "
                        + relation.getStoryId().orElseThrow())
                .containsExactly(
                        "test/d SAME_STORY " + id("a"),
                        "test/b SAME_STORY " + id("a"),
                        "test/c UNLINKED " + id("b"),
                        "test/c SAME_STORY " + id("a"));

        stories.send(stories.article("e", Events.in("fr", 5, 2)).setSourceTimestamp(later(4)));
        assertThat(stories.states())
                .singleElement()
                .satisfies(story -> assertThat(story.getStoryId()).isEqualTo(id("a")));
    }

    @Test
    void aLateArticleJoinsAndMovesTheBeginningOfItsStory() {
        stories.send(stories.article("a", Events.of(1, 1)).setSourceTimestamp(later(48)));
        stories.send(stories.article("b", Events.of(2, 1)).setLate(true));

        Story story = newest(stories.states()).get(id("a"));
        assertThat(uris(story)).containsExactly("test/a", "test/b");
        assertThat(story.getFirstTime()).isEqualTo(START);
        assertThat(story.getLastTime()).isEqualTo(later(48));
        assertThat(stories.relations())
                .singleElement()
                .satisfies(relation -> assertThat(relation.getLate()).isTrue());
    }

    @Test
    void aRevisionStaysInItsStoryAndShowsItsNewTitle() {
        stories.send(stories.article("a", Events.of(1, 1)));
        stories.send(stories.article("b", Events.of(2, 1)));
        stories.states();
        StoryFeatures.Builder revised =
                stories.article("b", Events.of(3, 1)).setRevision(2).setTitle("Corrected");
        stories.send(revised);

        StoryMember member = newest(stories.states()).get(id("a")).getMembers().get(1);
        assertThat(member.getRevision()).isEqualTo(2);
        assertThat(member.getTitle()).contains("Corrected");
        assertThat(member.getNearestId()).contains(id("a"));
        assertThat(member.getEvidence()).isNotEmpty();
        assertThat(stories.relations()).hasSize(1);

        stories.send(stories.article("b", Events.of(2, 1)).setRevision(1));
        assertThat(stories.states()).as("a lower revision that came late").isEmpty();
    }

    @Test
    void whatIsOlderThanTheWindowIsForgottenAndItsPlaceInTheStoreTakenAgain() {
        for (int event = 0; event < 10; event++) {
            stories.send(stories.article("old" + event, Events.of(event, event)));
        }
        // The time of the stage moves a day with each article, so the old ones go with the eighth.
        Instant after = START.plus(Duration.ofDays(8));
        for (int event = 10; event < 30; event++) {
            stories.send(stories.article("new" + event, Events.of(event, event)).setSourceTimestamp(after));
        }
        stories.states();
        stories.send(stories.article("again", Events.of(99, 3)).setSourceTimestamp(after));

        assertThat(newest(stories.states()).get(id("again")).getMembers()).hasSize(1);
        assertThat(stories.relations()).isEmpty();
        assertThat(stories.count(StoryStores.ARTICLES)).isEqualTo(21);
    }

    @Test
    void aBadRecordBecomesADeadLetterOfTheStageAndTheNextArticleIsGrouped() {
        stories.sendBytes(id("a"), "no event".getBytes(UTF_8), START);
        stories.send(stories.article("b", Events.of(2, 1)));

        assertThat(stories.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo("not_avro");
            assertThat(letter.getStage()).isEqualTo("stories");
            assertThat(letter.getSourceTopic()).isEqualTo(TOPICS.storyFeatures().name());
        });
        assertThat(stories.states()).hasSize(1);
    }

    @Test
    void featuresThatNobodyWritesAreDeadLetters() {
        byte[] features = new byte[] {1, 0, 2};
        stories.send(stories.article("a", Events.of(1, 1)).setFeatures(ByteBuffer.wrap(features)));
        stories.send(stories.article("b", Events.of(1, 1)).setFeatures(ByteBuffer.wrap(new byte[] {99})));
        stories.send(stories.article("c", Events.of(1, 1)).setFeatures(ByteBuffer.allocate(0)));
        stories.send(stories.article("d", Events.of(1, 1)).setArticleId("not a UUID"));
        stories.send(stories.article("e", Events.of(1, 1)).setRevision(0));
        stories.send(stories.article("f", Events.of(1, 1)).setSourcePartition(-1));
        stories.send(stories.copy("g", "second", "a").setCopyOf("not a UUID"));

        assertThat(stories.deadLetters())
                .hasSize(7)
                .allSatisfy(letter -> assertThat(letter.getReason()).isEqualTo("malformed"));
        assertThat(stories.states()).isEmpty();
    }

    @Test
    void aStoryOfManyMembersStaysSmallAndNamesTheNewest() {
        for (int version = 0; version < 130; version++) {
            stories.send(stories.article("m" + version, Events.of(version, 1))
                    .setTitle("𝐀".repeat(4_000))
                    .setUri("test/" + "y".repeat(8_000)));
        }

        TestRecord<byte[], byte[]> last = stories.output(TOPICS.stories()).get(129);
        assertThat(last.value()).hasSizeLessThan(1_000_000);
    }

    @Test
    void everyNodeAndStoreIsNamedByUs() {
        TopologyDescription description = StoriesRun.topology().build().describe();

        assertThat(description.toString()).doesNotContain("KSTREAM", "STATE-STORE");
        assertThat(description.subtopologies()).hasSize(1);
        assertThat(StoriesRun.topology().algorithmVersions())
                .containsEntry("stories", StoryGrouper.VERSION)
                .containsEntry("stories.window", "PT168H");
    }

    private void throughAnalyseAndDedup(Seeds... seeds) {
        try (AnalyseDriver analyse = new AnalyseDriver(Topics.of(Topics.DEFAULT_PREFIX), AnalysisStages.standard());
                DedupRun dedup = new DedupRun(folder.resolve("dedup"))) {
            for (Seeds seed : seeds) {
                var raw = AnalyseDriver.rawArticle(seed.bytes());
                raw.setUri("seeds/" + seed.fileName());
                raw.setArticleId(ArticleId.of(raw.getUri()));
                analyse.pipe(raw);
                dedup.send(Analysed.newBuilder(analyse.analysed()));
            }
            dedup.output(TOPICS.storyFeatures()).forEach(stories::send);
        }
    }

    private static Instant later(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
