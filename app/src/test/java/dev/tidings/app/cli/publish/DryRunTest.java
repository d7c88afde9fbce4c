package dev.tidings.app.cli.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.producer.format.standard.StandardFormats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DryRunTest {

    @TempDir
    private Path folder;

    @Test
    void whatWouldBePublishedIsShownWithTheMappingItWasReadBy() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "[{\"uri\":\"urn:1\",\"headline\":\"Title\",\"body_text\":\"Words.\",\"language\":\"en\"},{\"x\":1}]");

        CommandRun run = CommandRun.in(folder, "publish", "--dry-run", "--source", "agency", "a.json");

        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0)).contains("URI", "MAPPING", "TITLE");
        assertThat(run.lines().get(1)).contains("agency/a.json#urn:1", "ninjs/1", "en", "Title");
    }

    @Test
    void whatWouldBeADeadLetterShowsInTheExitCode() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"title\":\"T\",");

        assertThat(CommandRun.in(folder, "publish", "--dry-run", "a.json").exit())
                .isEqualTo(ExitCode.DEAD_LETTERS.code());
    }

    @Test
    void whatIsDeclaredHoldsForWhatIsNotStated() throws IOException {
        Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"id\":1,\"title\":\"T\",\"text\":\"x\"}\n{\"id\":2,\"title\":\"T\",\"text\":\"x\",\"lang\":\"ckb\"}\n");

        JsonNode articles = CommandRun.in(
                        folder, "publish", "--dry-run", "--lang", "ku", "--date", "2026-03-21", "-o", "json", "a.jsonl")
                .json();

        assertThat(articles.get(0).get("language").asText()).isEqualTo("ku");
        assertThat(articles.get(0).get("published").asText()).isEqualTo("2026-03-21");
        assertThat(articles.get(1).get("language").asText()).isEqualTo("ckb");
    }

    @Test
    void aTypeIsBelievedWhateverTheContentLooksLike() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"title\":\"T\",\"text\":\"x\"}");

        JsonNode articles = CommandRun.in(folder, "publish", "--dry-run", "--type", "text", "-o", "json", "a.json")
                .json();

        assertThat(articles.get(0).get("mediaType").asText()).isEqualTo("text/plain");
    }

    @Test
    void aMappingOfOnesOwnSaysWhichKeysCount() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"title\":\"An id\",\"h\":{\"1\":\"Title\"},\"parts\":[{\"t\":\"One.\"},{\"t\":\"Two.\"}],\"x\":1}");
        Files.writeString(folder.resolve("m.yaml"), "name: agency\nversion: 2\ntitle: h.1\ntext: [body, parts.t]\n");

        JsonNode article = CommandRun.in(folder, "publish", "--dry-run", "--mapping", "m.yaml", "-o", "json", "a.json")
                .json()
                .get(0);
        CommandRun explained = CommandRun.in(folder, "publish", "--explain", "--mapping", "m.yaml", "a.json");

        assertThat(article.get("title").asText()).isEqualTo("Title");
        assertThat(article.get("mapping").asText()).isEqualTo("agency/2");
        assertThat(article.at("/attributes/mappingPaths").asText())
                .isEqualTo("{name: ['agency'], text: ['body', 'parts.t'], title: ['h.1'], version: ['2']}");
        assertThat(explained.lines().get(0)).contains("PART", "KEY", "VALUE");
        assertThat(explained.lines()).anyMatch(line -> line.matches(".* text +parts\\.t +One\\., Two\\."));
        assertThat(explained.lines()).anyMatch(line -> line.matches(".* title +h\\.1 +Title"));
    }

    @Test
    void aKeyThatSaysNothingIsPartOfNothing() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"title\":\"Title\",\"story\":{\"x\":{\"y\":1}},\"zz\":1}");

        CommandRun explained = CommandRun.in(folder, "publish", "--explain", "-o", "json", "a.json");

        assertThat(explained.json())
                .extracting(part ->
                        part.get("part").asText() + " " + part.get("key").asText())
                .containsExactly("title title", " story", " zz");
    }

    @Test
    void aMappingThatIsNoneIsRefusedWithWhatWasExpected() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), "titel: h1\n");

        CommandRun run = CommandRun.in(folder, "publish", "--dry-run", "--mapping", "m.yaml", ".");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("'titel' is no part of an article").contains("title");
    }

    @Test
    void whatAFolderDeclaresHoldsForItsFilesWhereNothingElseIsSaid() throws IOException {
        Files.writeString(
                folder.resolve("tidings-source.yaml"),
                "lang: ckb\npublisher: Example\nrights: CC BY 4.0\ndate: 2003-05-01\n");
        Files.writeString(folder.resolve("a.txt"), "Title\n\nWords.");
        Files.writeString(folder.resolve("b.json"), "{\"title\":\"T\",\"text\":\"x\",\"lang\":\"en\"}");

        JsonNode articles = CommandRun.in(folder, "publish", "--dry-run", "--date", "2004-05-01", "-o", "json", ".")
                .json();

        assertThat(articles).hasSize(2);
        assertThat(articles.get(0).get("language").asText()).isEqualTo("ckb");
        assertThat(articles.get(0).get("published").asText()).isEqualTo("2004-05-01");
        assertThat(articles.get(0).at("/attributes/rights").asText()).isEqualTo("CC BY 4.0");
        assertThat(articles.get(1).get("language").asText()).isEqualTo("en");
    }

    @Test
    void aFolderDeclaresTheKeysOfItsJsonPackedOrNotAndAnOptionGoesBefore() throws IOException {
        Files.writeString(
                folder.resolve("tidings-source.yaml"), "mapping:\n  name: agency\n  title: h1\n  text: txt\n");
        Files.writeString(folder.resolve("m.yml"), "name: option\ntitle: h2\ntext: txt\n");
        String json = "{\"h1\":\"One\",\"h2\":\"Two\",\"txt\":\"Words.\"}";
        Files.writeString(folder.resolve("a.json"), json);
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.jsonl.gz")))) {
            packed.write(json.getBytes(UTF_8));
        }

        JsonNode articles =
                CommandRun.in(folder, "publish", "--dry-run", "-o", "json", ".").json();
        JsonNode others = CommandRun.in(folder, "publish", "--dry-run", "--mapping", "m.yml", "-o", "json", ".")
                .json();

        assertThat(articles.findValuesAsText("title")).containsExactly("One", "One");
        assertThat(articles.get(0).get("mapping").asText()).isEqualTo("agency/1");
        assertThat(others.findValuesAsText("title")).containsExactly("Two", "Two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lagn: ckb | did you mean lang?",
                "mapping: {titel: h1} | mapping: 'titel' is no part of an article",
                "mapping: h1 | mapping: expected keys with values",
                "type: docx | type 'docx' is no format",
                "charset: no-such-9 | charset 'no-such-9' is not known",
                "lang: [a, b] | lang expects one value",
                "just words | expected lines of 'key: value'",
                "'a: &a [x]~b: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]' | expected lines"
            })
    void aDeclarationThatCannotBeUsedIsRefusedInOneLine(String content, String message) throws IOException {
        Files.writeString(folder.resolve("tidings-source.yaml"), content.replace('~', '\n'));

        CommandRun run = CommandRun.in(folder, "publish", "--dry-run", ".");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err().lines()).singleElement().asString().contains("tidings-source.yaml: ", message);
    }

    @Test
    void aDeclarationThatNestsWithoutEndIsRefused() throws IOException {
        Files.writeString(folder.resolve("tidings-source.yaml"), "lang: " + "[".repeat(10_000));

        assertThat(CommandRun.in(folder, "publish", "--dry-run", ".").exit()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void aFormatOrCharsetThatDoesNotExistIsRefused() {
        assertThat(CommandRun.in(folder, "publish", "--dry-run", "--type", "docx", ".")
                        .exit())
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(CommandRun.in(folder, "publish", "--dry-run", "--charset", "no such", ".")
                        .exit())
                .isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void standardInputOfManyArticlesHasOneNameAndOfOneTheNameOfItsContent() {
        String json = "[{\"id\":1,\"title\":\"T\",\"text\":\"x\"}]";
        try (StandardInput many = input(json);
                StandardInput one = input("Some words.");
                StandardInput another = input("Other words.")) {
            assertThat(many.file().getFileName()).hasToString("-");
            assertThat(one.file().getFileName().toString()).matches("[0-9a-f]{64}");
            assertThat(one.file().getFileName()).isNotEqualTo(another.file().getFileName());
        }
    }

    private static StandardInput input(String content) {
        return StandardInput.read(new ByteArrayInputStream(content.getBytes(UTF_8)), StandardFormats.formats());
    }
}
