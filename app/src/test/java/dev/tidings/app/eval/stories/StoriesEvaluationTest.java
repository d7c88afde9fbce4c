package dev.tidings.app.eval.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.app.eval.articles.FieldScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesEvaluationTest {

    private static final Path SEEDS = Path.of("..", "seeds");

    @TempDir
    Path folder;

    @Test
    void theSamplesAreTwoStories() throws IOException {
        StoriesReport report = StoriesEvaluation.runEvaluation(List.of(file(List.of(
                line("000_7862ad32163287db.txt", "sochi", "ckb"),
                line("001_0ad0bd1f11616762.txt", "erbil", "ckb"),
                line("002_5f853b347646af86.txt", "sochi", "en"),
                line("003_6c18de837fb1579b.txt", "sochi", "en")))));
        assertThat(report.scores().f1()).isEqualTo(1.0, within(1e-9));
        assertThat(report.byLanguagePair()).containsEntry("ckb-en", new FieldScore(2, 2));
        assertThat(report.retrieval())
                .containsOnly(Map.entry("ckb-en", new FieldScore(1, 1)), Map.entry("en-ckb", new FieldScore(2, 2)));
    }

    @Test
    void pairsOfLanguagesComeWithTheWayBackTheLeastTogetherFirst() {
        FieldScore half = new FieldScore(1, 2);
        FieldScore full = new FieldScore(2, 2);
        StoryScores perfect = new StoryScores(1, 1, 1, 1, 0);
        StoriesReport report = new StoriesReport(
                4,
                perfect,
                perfect,
                Map.of("ckb-ckb", full, "ckb-ku-Latn", half, "ckb-en", full),
                Map.of("ckb-ku-Latn", full, "ku-Latn-ckb", half, "ckb-en", full),
                List.of());
        assertThat(report.languagePairs())
                .containsExactly(
                        new LanguagePair("ckb-ku-Latn", half, full, half),
                        new LanguagePair("ckb-ckb", full, FieldScore.NONE, FieldScore.NONE),
                        new LanguagePair("ckb-en", full, full, FieldScore.NONE));
    }

    @Test
    void whatIsApartThoughItBelongsTogetherCostsRecall() throws IOException {
        StoriesReport report = StoriesEvaluation.runEvaluation(List.of(file(List.of(
                line("000_7862ad32163287db.txt", "one", "ckb"), line("001_0ad0bd1f11616762.txt", "one", "ckb")))));
        assertThat(report.scores().precision()).isEqualTo(1.0, within(1e-9));
        assertThat(report.scores().recall()).isEqualTo(0.5, within(1e-9));
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("stories.jsonl"), lines);
    }

    private static String line(String seed, String story, String language) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "id", seed,
                        "story", story,
                        "lang", language,
                        "time", "2021-09-30T00:00:00Z",
                        "text", Files.readString(SEEDS.resolve(seed))));
    }
}
