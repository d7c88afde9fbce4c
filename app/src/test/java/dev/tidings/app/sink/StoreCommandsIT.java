package dev.tidings.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read the store, on one that a sink filled: four articles, two exact copies, no Kafka needed. */
@ExtendWith(LocalStackExtension.class)
class StoreCommandsIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void fillAStore(LocalStack stack, Topics topics) {
        Map<String, String> flags = new HashMap<>(LocalStackExtension.flags(stack));
        flags.put("store", url());
        flags.put("sink.name", topics.enriched().name().replaceAll("[^a-z0-9-]", "-"));
        Settings settings = Settings.resolveAll(SinkSettings.ALL, SettingSources.of(flags));
        try (DedupOutput dedupOutput = new DedupOutput(stack, topics);
                SinkApplication sink = SinkApplication.open(settings, topics)) {
            dedupOutput.publish(0, 4);
            dedupOutput.relate(1_000, 1_002);
            dedupOutput.tell(1);
            dedupOutput.tell(0, 2, 3);
            sink.start();
            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
        }
    }

    @Test
    void articlesAreListedInTheOrderOfDecisions() {
        CommandRun run = run("articles");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(0)).startsWith("URI").contains("LANGUAGE", "VERDICT", "TITLE");
        assertThat(run.lines()).hasSize(5);
        assertThat(run.lines().get(1)).startsWith("news/0.txt").contains("NEW", "بەپێی");
        assertThat(run.lines().get(4)).startsWith("news/3.txt");
    }

    @Test
    void programsSeeEveryFieldOfTheEventAndTheVerdict() {
        JsonNode articles = run("articles", "-o", "json").json();

        assertThat(articles).hasSize(4);
        List<String> expected = new ArrayList<>(EnrichedArticle.getClassSchema().getFields().stream()
                .map(Schema.Field::name)
                .toList());
        expected.addAll(List.of("verdict", "cluster"));
        assertThat(articles.get(0).fieldNames()).toIterable().containsExactlyElementsOf(expected);
        assertThat(articles.get(2).get("verdict").textValue()).isEqualTo("NEW");
        assertThat(articles.get(2).get("cluster").textValue()).isEqualTo(DedupOutput.id(2));
    }

    @Test
    void articlesAreExportedForOtherSystems() {
        JsonNode ninjs = run("articles", "-o", "ninjs").json();
        assertThat(ninjs).hasSize(4);
        assertThat(ninjs.get(0).path("uri").textValue()).isEqualTo("urn:uuid:" + DedupOutput.id(0));
        assertThat(ninjs.get(0).at("/standard/version").textValue()).isEqualTo("3.1");
        JsonNode linked = run("articles", "-o", "jsonld", "--limit", "1").json();
        assertThat(linked.at("/0/@type").textValue()).isEqualTo("NewsArticle");
        assertThat(linked.at("/0/articleBody").textValue()).isNotBlank();
        assertThat(run("articles", "--copies", "-o", "ninjs").exit()).isEqualTo(2);
    }

    @Test
    void aLimitKeepsTheNewest() {
        assertThat(uris(run("articles", "--limit", "1", "-o", "json"))).containsExactly("news/3.txt");
    }

    @Test
    void suppressedCopiesAreListedWhenTheirVerdictIsAskedFor() {
        List<String> copies = List.of("news/1000.txt", "news/1001.txt");

        assertThat(uris(run("articles", "--verdict", "exact", "-o", "json"))).isEqualTo(copies);
        assertThat(uris(run("articles", "--copies", "-o", "json"))).isEqualTo(copies);
        assertThat(run("articles", "--verdict", "exact").lines().get(1)).contains("EXACT", DedupOutput.id(0));
    }

    @Test
    void nothingFoundIsSaidOnStandardError() {
        CommandRun run = run("articles", "--source", "nobody", "-o", "json");

        assertThat(run.exit()).isZero();
        assertThat(run.json()).isEmpty();
        assertThat(run.err()).contains("no article meets these conditions");
    }

    @Test
    void whyNamesWhatASuppressedCopyWasComparedWith() {
        CommandRun run = run("why", "news/1000.txt");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("EXACT, suppressed", "news/0.txt", "exact_fingerprint");
        assertThat(run("why", DedupOutput.id(1_000)).out()).isEqualTo(run.out());
    }

    @Test
    void whyNamesTheCopiesOfAnArticle() {
        assertThat(run("why", "news/1.txt").out())
                .contains("NEW, published", "nothing was found to compare with", "news/1001.txt EXACT (suppressed)");
    }

    @Test
    void whyGivesProgramsVerdictAndEvidence() {
        JsonNode why = run("why", "news/1000.txt", "-o", "json").json();

        assertThat(why.get("verdict").textValue()).isEqualTo("EXACT");
        assertThat(why.get("suppressed").booleanValue()).isTrue();
        assertThat(why.get("cluster").textValue()).isEqualTo(DedupOutput.id(0));
        assertThat(why.get("evidence").get("relatedUri").textValue()).isEqualTo("news/0.txt");
        assertThat(why.get("evidence").get("rule").textValue()).isEqualTo("exact_fingerprint");
        assertThat(why.get("matched")).hasSize(1);
        assertThat(run("why", "news/0.txt", "-o", "json").json().get("matchedBy"))
                .hasSize(1);
    }

    @Test
    void storiesAreListedWithTheirLanguages() {
        CommandRun run = run("stories");

        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0))
                .contains("STORY", "ARTICLES", "COPIES", "SOURCES", "LANGUAGES", "CHANGE", "LAST", "LABEL");
        assertThat(run.lines())
                .hasSize(3)
                .anySatisfy(line ->
                        assertThat(line).startsWith(DedupOutput.id(0)).contains("3", "ckb en", "MERGED", "Story of 0"));
        assertThat(run("stories", "--languages", "2", "-o", "json").json()).hasSize(1);
        assertThat(run("stories", "--text", "story of 1", "-o", "jsonl").lines())
                .hasSize(1);
    }

    @Test
    void programsSeeTheMembersOfAStoryAndWhatTheyShare() {
        JsonNode story = run("story", "news/2.txt", "-o", "json").json();

        assertThat(story.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "label",
                        "labels",
                        "languages",
                        "firstTime",
                        "lastTime",
                        "change",
                        "previousIds",
                        "sources",
                        "copyCount",
                        "members",
                        "copies");
        assertThat(story.at("/labels/ckb").textValue()).isEqualTo("چیرۆکی 0");
        assertThat(story.get("change").textValue()).isEqualTo("MERGED");
        assertThat(story.at("/previousIds/0").textValue()).isEqualTo(DedupOutput.id(99));
        assertThat(story.get("sources").longValue()).isEqualTo(2);
        assertThat(story.get("copyCount").longValue()).isEqualTo(1);
        assertThat(story.get("id").textValue()).isEqualTo(DedupOutput.id(0));
        assertThat(story.get("members")).hasSize(3);
        assertThat(story.at("/members/1/nearestId").textValue()).isEqualTo(DedupOutput.id(0));
        assertThat(story.at("/members/1/evidence/0/value").textValue()).isEqualTo("Putin");
        assertThat(story.at("/copies/0/uri").textValue()).isEqualTo("news/1000.txt");
    }

    @Test
    void aStoryTellsPeopleWhyEachArticleBelongsToIt() {
        CommandRun run = run("story", "news/1000.txt");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("the first", "84 % like news/0.txt: name Putin 4.3, RU 1.5, day 2021-09-29 4.0")
                .contains("news/1000.txt");
        assertThat(run.out()).contains("MERGED, from " + DedupOutput.id(99), "en: Story of 0");
        assertThat(run("why", "news/3.txt").out())
                .contains("Story of 0 (" + DedupOutput.id(0) + ", 3 articles, 1 copy of 2 sources)");
    }

    @Test
    void storiesAreCalledInTheLanguageThatIsAskedFor() {
        assertThat(run("stories", "--label", "de,ckb").out()).contains("چیرۆکی 0", "چیرۆکی 1");
        assertThat(run("stories", "--lang", "ckb").out()).contains("چیرۆکی 0");
        assertThat(run("stories", "--lang", "ckb", "--label", "en").out()).contains("Story of 0");
        assertThat(run("story", "news/2.txt", "--label", "ckb", "-o", "json")
                        .json()
                        .get("label")
                        .textValue())
                .isEqualTo("چیرۆکی 0");
        JsonNode why = run("why", "news/2.txt", "--label", "ckb", "-o", "json").json();
        assertThat(why.at("/story/label").textValue()).isEqualTo("چیرۆکی 0");
        assertThat(why.at("/story/change").textValue()).isEqualTo("MERGED");
        assertThat(why.at("/story/previousIds")).hasSize(1);
    }

    @Test
    void mistakesAreToldInOneLine() {
        assertMistake(run("story", "news/none.txt"), 1, "knows no story of news/none.txt");
        assertMistake(run("stories", "--members", "0"), 2, "--members 0");
        assertMistake(run("stories", "--since", "soon"), 2, "--since soon is no time");
        assertMistake(run("why", "news/none.txt"), 1, "knows no article news/none.txt");
        assertMistake(run("articles", "--limit", "0"), 2, "--limit 0");
        assertMistake(run("articles", "--verdict", "maybe"), 2, "maybe");
        Path nowhere = folder.resolve("nowhere.db");
        assertMistake(
                CommandRun.in(folder, "articles", "--store", "sqlite:" + nowhere),
                1,
                "there is no store at " + nowhere);
        assertMistake(CommandRun.in(folder, "articles", "--store", nowhere.toString()), 2, "sqlite:PATH");
        assertMistake(CommandRun.in(folder, "stories", "--store", "cassandra:news"), 2, "sqlite:FILE");
    }

    private static void assertMistake(CommandRun run, int exit, String cause) {
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("tidings: ").contains(cause);
        assertThat(run.err().lines()).hasSize(1);
    }

    private static List<String> uris(CommandRun run) {
        List<String> uris = new ArrayList<>();
        run.json().forEach(article -> uris.add(article.get("uri").textValue()));
        return uris;
    }

    private static CommandRun run(String... arguments) {
        String[] all =
                Stream.concat(Stream.of(arguments), Stream.of("--store", url())).toArray(String[]::new);
        return CommandRun.in(folder, all);
    }

    private static String url() {
        return "sqlite:" + folder.resolve("tidings.db");
    }
}
