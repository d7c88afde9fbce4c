package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.stack.LocalStackExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {
    @TempDir
    Path directory;

    @Test
    void everyPhaseEndsEveryArticleOnceAndTheFiguresAreThere() {
        CommandRun run = CommandRun.in(
                directory,
                "bench",
                "--articles=100",
                "--warm-up=0",
                "--state=100",
                "--rate=50",
                "--seconds=1",
                "--temp=" + directory,
                "-X",
                LocalStackExtension.PATIENT,
                "-o=json");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode report = run.json();
        assertThat(report.get("articles").asInt()).isEqualTo(100);
        assertThat(report.get("articlesPerSecond").asLong()).isPositive();
        assertThat(report.get("passThroughPerSecond").asLong()).isPositive();
        assertThat(report.get("cpuMicrosPerArticle").fieldNames())
                .toIterable()
                .contains("broker", "streams", "sink", "publisher");
        assertThat(report.get("p50Millis").asDouble()).isPositive();
        assertThat(report.get("p99Millis").asDouble())
                .isGreaterThanOrEqualTo(report.get("p50Millis").asDouble());
        assertThat(report.get("state").get("articlesPerSecond").asLong()).isPositive();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPlanThatMeasuresNothingIsRefused() {
        CommandRun run = CommandRun.in(directory, "bench", "--articles=0");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("articles, rate and seconds are at least 1");
    }
}
