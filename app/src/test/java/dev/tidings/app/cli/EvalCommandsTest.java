package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandsTest {

    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void articlesAreComparedFieldByField() throws IOException {
        Files.writeString(folder.resolve("gold.json"), """
                {"seeds": {
                  "000_7862ad32163287db.txt": {"language": "ckb", "script": "Arab", "title": null, "story": "sochi"},
                  "002_5f853b347646af86.txt": {"language": "de", "title": "Turkey and Russia seek common interests",
                    "story": "sochi"}}}
                """);
        JsonNode report = run("eval", "articles", "gold.json", SEEDS.toString(), "-o", "json")
                .json();
        assertThat(report.at("/fields/language/right").asInt()).isEqualTo(1);
        assertThat(report.at("/fields/language/of").asInt()).isEqualTo(2);
        assertThat(report.at("/fields/title/right").asInt()).isEqualTo(2);
        assertThat(report.at("/fields/story/right").asInt()).isEqualTo(2);
        assertThat(report.at("/fields/script/of").asInt()).isEqualTo(1);
        assertThat(report.path("fields").has("credit")).isFalse();
        assertThat(report.path("wrong")).hasSize(1);
        assertThat(report.at("/wrong/0/file").asText()).isEqualTo("002_5f853b347646af86.txt");
        assertThat(report.at("/wrong/0/field").asText()).isEqualTo("language");
        assertThat(report.at("/wrong/0/expected").asText()).isEqualTo("de");
        assertThat(report.at("/wrong/0/actual").asText()).isEqualTo("en");

        CommandRun table = run("eval", "articles", "gold.json", SEEDS.toString());
        assertThat(table.lines().get(0)).contains("FIELD", "RIGHT", "OF");
        assertThat(table.err()).contains("language is en instead of de");
    }

    @Test
    void pagesAreReadAsPages() throws IOException {
        Files.writeString(folder.resolve("page.html"), """
                <meta property="article:published_time" content="2024-05-03T06:00:00Z"><h1>River talks</h1>
                <p>The ministers of both countries met on Tuesday to speak about the river they share.</p>
                """);
        Files.writeString(folder.resolve("gold.json"), """
                {"seeds": {"page.html": {"title": "River talks", "published": "2024-05-03",
                  "body": "The ministers of both countries met on Tuesday to speak about the river they share."}}}
                """);
        JsonNode report =
                run("eval", "articles", "gold.json", ".", "-o", "json").json();
        assertThat(report.path("wrong")).isEmpty();
        assertThat(report.at("/fields/published/right").asInt()).isEqualTo(1);
        assertThat(report.at("/fields/body.recall/right").asInt()).isEqualTo(15);
        assertThat(report.at("/fields/body.precision/of").asInt()).isEqualTo(15);
    }

    @Test
    void storiesAreScoredByBCubed() throws IOException {
        Files.write(
                folder.resolve("stories.jsonl"),
                List.of(
                        line("000_7862ad32163287db.txt", "sochi", "ckb"),
                        line("001_0ad0bd1f11616762.txt", "erbil", "ckb"),
                        line("002_5f853b347646af86.txt", "sochi", "en")));
        JsonNode report = run("eval", "stories", "stories.jsonl", "-o", "json").json();
        assertThat(report.at("/scores/precision").asDouble()).isEqualTo(1);
        assertThat(report.at("/scores/recall").asDouble()).isEqualTo(1);
        assertThat(report.at("/scores/f1").asDouble()).isEqualTo(1);
        assertThat(report.at("/alone/recall").asDouble()).isLessThan(1);
        assertThat(report.at("/merges/0/nearest").asText()).isEqualTo("000_7862ad32163287db.txt");
        assertThat(report.at("/byLanguagePair/ckb-en/right").asInt()).isEqualTo(1);
        CommandRun table = run("eval", "stories", "stories.jsonl");
        assertThat(table.out()).contains("B3 F1 %").contains("100.0");
        assertThat(table.lines()).anyMatch(line -> line.matches("ckb-en +1 +1 +100\\.0 +1 of 1 +1 of 1"));
        assertThat(table.err()).isEmpty();
        assertThat(table.lines()).anyMatch(line -> line.matches("every article alone +3 +100\\.0 .* 1 +0\\.0"));
        CommandRun merges = run("eval", "stories", "stories.jsonl", "--merges", "5");
        assertThat(merges.lines()).anyMatch(line -> line.matches("joined +ckb-en +002_.* 000_.*"));
    }

    @Test
    void ofManyPairsOfLanguagesTheTableHasTheWorst() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String language : List.of("aa", "bb", "cc", "dd", "ee")) {
            lines.add(line("000_7862ad32163287db.txt", "sochi", language, language));
        }
        lines.add(line("001_0ad0bd1f11616762.txt", "sochi", "ff", "ff"));
        Files.write(folder.resolve("stories.jsonl"), lines);
        CommandRun table = run("eval", "stories", "stories.jsonl");
        List<String> pairs = table.lines().stream()
                .filter(line -> line.matches("[a-f]{2}-[a-f]{2} .*"))
                .toList();
        assertThat(pairs).hasSize(10);
        assertThat(pairs.subList(0, 5)).allMatch(pair -> pair.matches("..-ff +0 +1 +0\\.0 .*"));
        assertThat(pairs.subList(5, 10)).allMatch(pair -> pair.matches("..-.. +1 +1 +100\\.0 .*"));
        assertThat(table.err()).contains("the 10 worst of 15 pairs of languages; -o json has all");
        assertThat(run("eval", "stories", "stories.jsonl", "-o", "json").json().path("byLanguagePair"))
                .hasSize(15);
    }

    @Test
    void whatCannotBeReadIsToldInOneLine() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{");
        Files.writeString(folder.resolve("empty.json"), "{}");
        Files.writeString(folder.resolve("missing.json"), "{\"seeds\": {\"none.txt\": {}}}");
        for (String[] command : new String[][] {
            {"eval", "articles", "none.json", "."},
            {"eval", "articles", "bad.json", "."},
            {"eval", "articles", "empty.json", "."},
            {"eval", "articles", "missing.json", "."},
            {"eval", "stories", "none.jsonl"},
            {"eval", "stories", "bad.json"},
        }) {
            CommandRun run = run(command);
            assertThat(run.exit()).as(String.join(" ", command)).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.out()).isEmpty();
        }
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(folder, arguments);
    }

    private static String line(String seed, String story, String language) throws IOException {
        return line(seed, story, language, seed);
    }

    private static String line(String seed, String story, String language, String id) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "id", id,
                        "story", story,
                        "lang", language,
                        "time", "2021-09-30T00:00:00Z",
                        "text", Files.readString(SEEDS.resolve(seed))));
    }
}
