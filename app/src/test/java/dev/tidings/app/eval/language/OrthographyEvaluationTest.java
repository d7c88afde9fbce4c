package dev.tidings.app.eval.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.eval.articles.FieldScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrthographyEvaluationTest {

    @Test
    void theCleanSampleIsRepairedAndLeftAlone() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "seeds", "001_0ad0bd1f11616762.txt"))) {
            OrthographyReport report = OrthographyEvaluation.runEvaluation(lines);
            assertThat(report.words()).isGreaterThan(400);
            assertThat(report.clean().right()).isEqualTo(report.clean().of());
            assertThat(report.shareRight()).isGreaterThan(0.99);
        }
    }

    @Test
    void aConsonantThatIsTakenForTheVowelCounts() {
        OrthographyReport report =
                OrthographyEvaluation.runEvaluation(Stream.of("میهرەجان لە هەولێر، میهرەجان", "شار"));
        assertThat(report.words()).isEqualTo(5);
        assertThat(report.typed()).isEqualTo(new FieldScore(2, 4));
        assertThat(report.wrong()).containsExactly("میهرەجان");
    }

    @Test
    void aTextWithoutSuchWordsHasNoShare() {
        assertThat(OrthographyEvaluation.runEvaluation(Stream.of("", "abc")).shareRight())
                .isZero();
    }
}
