package dev.tidings.app.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.boilerplate.SiteBoilerplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {

    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void everyStageHasARowInItsOrder() {
        CommandRun run = run(SEEDS.resolve("002_5f853b347646af86.txt").toString());
        List<String> expected = new ArrayList<>();
        AnalysisStages.standard().all().stream().map(Stage::name).forEach(expected::add);
        expected.add("deduplicate");
        expected.add("stories");

        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0)).contains("URI", "STAGE", "ALGORITHM", "FOUND");
        assertThat(run.lines().stream().skip(1).map(line -> line.split("\\s+", 3)[1]))
                .containsExactlyElementsOf(expected);
        assertThat(run.lines())
                .anyMatch(line -> line.contains("boilerplate") && line.contains(SiteBoilerplate.VERSION));
        assertThat(run.lines()).anyMatch(line -> line.contains("stories") && line.contains("begins story"));
    }

    @Test
    void aCopyIsInNoStoryOfItsOwn() throws IOException {
        String text = Files.readString(SEEDS.resolve("002_5f853b347646af86.txt"));
        String original = file("a.txt", text);
        String copy = file("b.txt", text);

        assertThat(run(original, copy).lines())
                .anyMatch(line -> line.contains("deduplicate") && line.contains("EXACT by exact_fingerprint"))
                .anyMatch(line -> line.contains("stories") && line.contains("a copy"));
    }

    @Test
    void anArticleThatFailsEndsAtTheStageThatRefusedIt() throws IOException {
        CommandRun run = run(file("a.txt", "%PDF-1.7"));

        assertThat(run.exit()).isEqualTo(ExitCode.DEAD_LETTERS.code());
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(1)).contains("decode", "dead letter, binary");
    }

    @Test
    void programsSeeTheEventAndItsVerdict() {
        JsonNode article = run(SEEDS.resolve("002_5f853b347646af86.txt").toString(), "-o", "json")
                .json()
                .get(0);
        assertThat(article.get("language").asText()).isEqualTo("en");
        assertThat(article.get("verdict").asText()).isEqualTo("NEW");
        assertThat(article.get("provenance").get(2).get("step").asText()).isEqualTo("boilerplate");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private CommandRun run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("try"));
        line.addAll(List.of(arguments));
        return CommandRun.in(folder, line.toArray(String[]::new));
    }
}
