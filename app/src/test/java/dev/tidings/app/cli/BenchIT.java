package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStackExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {
    @TempDir
    Path directory;

    /** One run, since each costs a stack of six processes and a minute: all phases, on a corpus. */
    @Test
    void everyPhaseEndsEveryArticleOnceAndTheFiguresAreThere() throws IOException {
        Path news = Files.createDirectories(directory.resolve("news"));
        Path temporary = Files.createDirectories(directory.resolve("temporary"));
        for (Path sample : samples()) {
            Files.copy(sample, news.resolve(sample.getFileName()));
        }

        JsonNode report =
                bench(temporary, "--corpus=news", "--first=" + samples().size(), "--state=100");

        assertThat(report.get("first").get("articles").asInt())
                .isEqualTo(samples().size());
        JsonNode steady = report.get("steady");
        assertThat(steady.get("articles").asInt()).isEqualTo(100);
        assertThat(steady.get("suppressed").asInt())
                .as("variations of a corpus that are copies")
                .isZero();
        assertThat(steady.get("articlesPerSecond").asLong()).isPositive();
        assertThat(steady.get("cpuMicrosPerArticle").fieldNames())
                .toIterable()
                .contains("broker", "streams", "sink", "publisher");
        JsonNode raw = steady.get("topicsPerArticle").get("tidings.raw");
        assertThat(raw.get("positions").asDouble()).isGreaterThanOrEqualTo(1);
        assertThat(raw.get("bytes").asDouble()).isPositive();
        assertThat(report.get("passThrough").get("decidedPerSecond").asLong()).isPositive();
        JsonNode latency = report.get("latency");
        assertThat(latency.get("p50Millis").asDouble()).isPositive();
        assertThat(latency.get("p99Millis").asDouble())
                .isGreaterThanOrEqualTo(latency.get("p50Millis").asDouble());
        assertThat(report.get("idlePercentOfCore").get("streams").asDouble()).isPositive();
        assertThat(report.get("analysisMicros").fieldNames())
                .toIterable()
                .contains("decode", "extract", "language", "keywords");
        assertThat(report.get("state").get("phase").get("articlesPerSecond").asLong())
                .isPositive();
        assertThat(temporary).isEmptyDirectory();
    }

    /** Returns the report of a short run with further options. */
    private JsonNode bench(Path temporary, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("--articles=100", "--warm-up=0", "--rate=50", "--seconds=1", "-o=json"));
        options.add("--temp=" + temporary);
        options.addAll(List.of("-X", LocalStackExtension.PATIENT));
        options.add(0, "bench");
        CommandRun run = CommandRun.in(directory, options.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.json();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files =
                Files.list(Installation.currentInstallation().home().resolve("seeds"))) {
            return files.toList();
        }
    }

    @Test
    void aPlanThatMeasuresNothingIsRefused() {
        CommandRun run = CommandRun.in(directory, "bench", "--articles=0");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("articles, rate and seconds are at least 1");
    }
}
