package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.fault.stack.Pipeline;
import dev.tidings.app.fault.stack.Program;
import dev.tidings.app.fault.stack.VersionBefore;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.schemas.StoryMember;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A built version that grouped stories by chains of likenesses has published some; today's takes over its topics, its
 * groups and its folder.
 */
@FaultSeries
@ExtendWith(LocalStackExtension.class)
class FormerStoriesIT {

    private static final String STORM = "Storm Elvira tore the roof off the school of Brennholt on Tuesday night."
            + " Mayor Ingrid Halvorsen spoke of 41 damaged houses in Brennholt and asked Askerdal for tents.";
    private static final String STORM_AGAIN = "In Brennholt 41 houses were hit when Elvira came ashore. No child was in"
            + " the school, said Ingrid Halvorsen, who is the mayor; Askerdal has promised tents.";
    private static final String BRIDGE = "The bridge of Tornviken was opened on Monday by Prince Aurelio, after nine"
            + " years of work and 312 million crowns. Engineer Sven Lindqvist, who drew it, said that the ferries of"
            + " Tornviken would sail for one more summer. Prince Aurelio walked across with the children of two"
            + " villages, and a brass band from Hjelmstad played until the evening. Lindqvist said the bridge would"
            + " carry nine thousand cars a day to Hjelmstad, and that toll would be taken from the autumn on.";
    private static final String HARVEST = "Farmers of the Moravec valley expect the smallest harvest of apricots since"
            + " 1987. Frost in April took 74 percent of the blossoms, said Jana Dvorakova of the growers of Moravec,"
            + " and hail in June did the rest. Minister Petr Kolar promised 58 million for those who lost all."
            + " Dvorakova called that a beginning; the valley of Moravec lives by its fruit, and the pickers from"
            + " Kolodin have been told to stay at home this summer.";

    @TempDir
    private Path data;

    @Test
    void oldIdsStayOrAreClosedAndTheStoriesAreThoseThatTodaysVersionMakesOfTheSameArticles(
            LocalStack stack, Topics topics) throws Exception {
        Program before = builtBefore();
        StreamsRun run = StreamsRun.on(stack, topics, data);
        Map<String, String> texts = texts();
        try (Pipeline pipeline =
                new Pipeline(LocalStackExtension.flags(stack), before, topics.prefix(), data, Map.of())) {
            pipeline.streams().start();
            publish(run, texts);
            pipeline.streams().terminate();
            assertThat(pipeline.streams().awaitExit(Duration.ofMinutes(1))).isNotEqualTo(1);
            Map<String, Story> former = newestStates(run);
            assertThat(former.values()).extracting(Story::getAlgorithm).allMatch(name -> !name.contains("strands"));

            pipeline.replace(Program.current());
            pipeline.streams().start();
            await().until(() -> !newestStates(run).equals(former));
            Map<String, Story> now = newestStates(run);

            Map<String, Story> fresh = freshStates(stack, texts);
            assertThat(membersOfOpen(now)).isEqualTo(membersOfOpen(fresh));
            assertThat(whyTogether("test/storm-1.txt", now))
                    .as("terms are made of the events")
                    .isEqualTo(whyTogether("test/storm-1.txt", fresh));
            assertThat(membersOfOpen(now)).isNotEqualTo(membersOfOpen(former));
            assertThatEachIdLeadsToAStoryThatStands(former.keySet(), now);
            assertThatRelationsNameTheStories(run, now);
            assertThat(run.deadLetters()).isEmpty();
            publish(run, Map.of("test/later.txt", STORM_AGAIN + " The school of Brennholt opens again on Friday."));
            assertThat(storyOf("test/later.txt", newestStates(run))).isEqualTo(storyOf("test/storm-1.txt", now));
        }
    }

    private static Program builtBefore() {
        VersionBefore before = VersionBefore.ofFormerStories(Pipeline.home());
        before.build().ifPresent(why -> Assumptions.abort("SKIPPED: " + why));
        return Program.builtIn(before.folder());
    }

    /** Short articles were stories of their own, and one on two events made one story of both. */
    private static Map<String, String> texts() throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("test/storm-1.txt", STORM);
        texts.put("test/storm-2.txt", STORM_AGAIN);
        texts.put("test/bridge.txt", BRIDGE);
        texts.put("test/harvest.txt", HARVEST);
        texts.put("test/both.txt", BRIDGE.substring(0, 260) + " " + HARVEST.substring(0, 330));
        texts.put("test/copy.txt", HARVEST);
        for (Path seed : seeds()) {
            texts.put("test/" + seed.getFileName(), Files.readString(seed));
        }
        return texts;
    }

    private static List<Path> seeds() throws Exception {
        try (Stream<Path> files = Files.list(Pipeline.home().resolve("seeds"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** Publishes them in their order and waits until the last that is no copy is in a story. */
    private static void publish(StreamsRun run, Map<String, String> texts) throws Exception {
        String last = "";
        for (Map.Entry<String, String> text : texts.entrySet()) {
            run.publishTo(0, text.getKey(), text.getValue().getBytes(UTF_8));
            last = text.getKey();
        }
        String article = ArticleId.of(last);
        await().until(() -> run.read(run.topics().stories(), Story.class).stream()
                .flatMap(story -> story.getMembers().stream())
                .anyMatch(member -> member.getArticleId().equals(article)));
    }

    private static Map<String, Story> newestStates(StreamsRun run) {
        Map<String, Story> newest = new TreeMap<>();
        run.read(run.topics().stories(), Story.class).forEach(story -> newest.put(story.getStoryId(), story));
        return newest;
    }

    private Map<String, Story> freshStates(LocalStack stack, Map<String, String> texts) throws Exception {
        StreamsRun fresh = StreamsRun.on(
                stack, LocalStackExtension.newTopics(stack), Files.createDirectory(data.resolve("fresh")));
        try (StreamsApplication application = fresh.started()) {
            publish(fresh, texts);
            assertThat(application.failureMessage()).isEmpty();
        }
        return newestStates(fresh);
    }

    private static Map<String, Set<String>> membersOfOpen(Map<String, Story> states) {
        return states.values().stream()
                .filter(story -> story.getMergedInto().isEmpty())
                .collect(Collectors.toMap(
                        Story::getStoryId,
                        story -> story.getMembers().stream()
                                .map(StoryMember::getUri)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<String> whyTogether(String uri, Map<String, Story> states) {
        return states.getOrDefault(storyOf(uri, states), new Story()).getMembers().stream()
                .map(member -> member.getUri() + " " + member.getScore() + " " + member.getEvidence())
                .toList();
    }

    private static void assertThatEachIdLeadsToAStoryThatStands(Set<String> former, Map<String, Story> now) {
        assertThat(now.keySet()).containsAll(former);
        assertThat(now.values())
                .filteredOn(story -> story.getMergedInto().isPresent())
                .anySatisfy(story -> assertThat(story.getAlgorithm()).contains("strands"))
                .allSatisfy(story -> {
                    assertThat(story.getChange()).isIn(StoryChangeKind.CLOSED, StoryChangeKind.UNKNOWN);
                    assertThat(now).containsKey(story.getMergedInto().orElseThrow());
                });
    }

    /** The newest relation of an article that has moved names the story that it is in now. */
    private static void assertThatRelationsNameTheStories(StreamsRun run, Map<String, Story> now) {
        Map<String, String> named = new TreeMap<>();
        run.read(run.topics().relations(), ArticleRelation.class).stream()
                .filter(relation -> relation.getKind() == RelationKind.SAME_STORY)
                .forEach(relation ->
                        named.put(relation.getUri(), relation.getStoryId().orElseThrow()));
        assertThat(named)
                .isNotEmpty()
                .allSatisfy((uri, story) -> assertThat(story).isEqualTo(storyOf(uri, now)));
    }

    private static String storyOf(String uri, Map<String, Story> states) {
        return states.values().stream()
                .filter(story -> story.getMergedInto().isEmpty())
                .filter(story -> story.getMembers().stream()
                        .anyMatch(member -> member.getUri().equals(uri)))
                .map(Story::getStoryId)
                .findFirst()
                .orElse("none");
    }
}
