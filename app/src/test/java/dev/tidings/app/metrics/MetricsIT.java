package dev.tidings.app.metrics;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.status.ProcessStatus;
import dev.tidings.app.status.StatusReport;
import dev.tidings.app.status.StatusStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meters of services as they run, against what the page says of them, and alerts of a Prometheus that reads them. */
class MetricsIT {

    /** There only while, or since, something is not as usual. */
    private static final Set<String> SOMETIMES = Set.of("tidings_restore_remaining", "tidings_dead_letters_total");

    @TempDir
    static Path temporary;

    static StatusStack stack;

    @BeforeAll
    static void publishSome() throws IOException {
        stack = StatusStack.start(temporary);
        stack.runServices();
        Path news = Files.createDirectory(temporary.resolve("news"));
        Files.writeString(news.resolve("bridge.txt"), "The mayor has opened the bridge of the north on Monday.");
        Files.write(news.resolve("bad.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2, 3});
        CommandRun run = stack.command("publish", "--wait", news.toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
    }

    @AfterAll
    static void stop() {
        stack.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"streams", "sink"})
    void theMetersOfAServiceAreThoseOfThePage(String kind) throws IOException {
        String url = metricsUrl(kind);
        Set<String> expected = new TreeSet<>(MeterPage.metersOf(kind));
        expected.removeAll(SOMETIMES);

        Set<String> found = await().until(
                        () -> MeterPage.ownNames(MeterPage.metersOfScrape(read(url)))
                                .filter(name -> !SOMETIMES.contains(name))
                                .collect(toSet()),
                        names -> names.containsAll(expected));

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"streams", "sink"})
    void aScrapeIsWhatPrometheusReads(String kind) throws Exception {
        PrometheusTool.Result result = PrometheusTool.runPromtool(read(metricsUrl(kind)), "check", "metrics");

        assertThat(result.exit()).as(result.output()).isZero();
    }

    @Test
    void everyMeterOfTheDashboardIsThereInARunningStack() throws IOException {
        Set<String> found = MeterPage.metersOfScrape(read(metricsUrl("streams")) + read(metricsUrl("sink")));
        Set<String> used = MeterPage.metersIn("tidings-dashboard.json");
        used.removeAll(SOMETIMES);

        assertThat(found).containsAll(used);
    }

    @Test
    void whatHasHappenedIsCounted() {
        String scrape = read(metricsUrl("streams"));

        assertThat(scrape)
                .contains("tidings_verdicts_total{published=\"true\",verdict=\"NEW\"} 1.0")
                .contains("tidings_source_articles_total{source=\"news\"} 1.0")
                .containsPattern("tidings_dead_letters_total\\{reason=\"\\w+\",step=\"decode\"} 1.0")
                .contains("tidings_records_total{stage=\"analyse\"} 2.0")
                .contains("tidings_lag_records{stage=\"analyse\"} 0.0");
    }

    @Test
    void alertsFireWhenAServiceIsKilledAndClearWhenItIsBack() throws Exception {
        try (RunningPrometheus prometheus =
                RunningPrometheus.start(temporary.resolve("prometheus"), metricsUrl("sink"))) {
            await().until(() -> prometheus.firing().isEmpty() && prometheus.knows("up{job=\"tidings\"} == 1"));

            stack.process("sink").kill();
            await().until(() -> prometheus.firing().contains("TidingsProcessDown"));

            stack.runServices();
            prometheus.readFrom(metricsUrl("sink"));
            await().until(() -> prometheus.firing().isEmpty());
        }
    }

    private static String metricsUrl(String kind) {
        StatusReport report = stack.awaitStatus(status -> status.processes().stream()
                .anyMatch(process -> process.process().equals(kind + "/main")
                        && process.state().equals("ready")));
        return report.processes().stream()
                .filter(process -> process.process().equals(kind + "/main"))
                .map(ProcessStatus::metricsUrl)
                .findFirst()
                .orElseThrow();
    }

    static String read(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A Prometheus that looks every second, with the alert rules as they are but for their patience. */
    private record RunningPrometheus(Process process, Path targets, int port) implements AutoCloseable {

        static RunningPrometheus start(Path folder, String url) throws IOException {
            Path program = PrometheusTool.require("prometheus");
            Files.createDirectories(folder);
            String rules = Files.readString(MeterPage.FOLDER.resolve("tidings-alerts.yml"));
            Files.writeString(folder.resolve("rules.yml"), rules.replaceAll("for: \\d+m", "for: 1s"));
            Files.writeString(folder.resolve("prometheus.yml"), """
                    global: {scrape_interval: 1s, evaluation_interval: 1s}
                    rule_files: [rules.yml]
                    scrape_configs:
                      - job_name: tidings
                        file_sd_configs: [{files: [targets.json], refresh_interval: 1s}]
                    """);
            int port = freePort();
            RunningPrometheus running = new RunningPrometheus(
                    new ProcessBuilder(
                                    program.toString(),
                                    "--config.file=" + folder.resolve("prometheus.yml"),
                                    "--storage.tsdb.path=" + folder.resolve("data"),
                                    "--web.listen-address=127.0.0.1:" + port)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start(),
                    folder.resolve("targets.json"),
                    port);
            running.readFrom(url);
            return running;
        }

        /** Reads the sink from an address, and streams from where it is. */
        void readFrom(String sink) throws IOException {
            List<String> addresses = List.of(sink, metricsUrl("streams")).stream()
                    .map(url -> "\"" + URI.create(url).getAuthority() + "\"")
                    .toList();
            Files.writeString(targets, "[{\"targets\": [" + String.join(", ", addresses) + "]}]");
        }

        Set<String> firing() {
            return results("ALERTS{alertstate=\"firing\"}");
        }

        boolean knows(String expression) {
            return !results(expression).isEmpty();
        }

        private Set<String> results(String expression) {
            try {
                String query = URLEncoder.encode(expression, UTF_8);
                JsonNode answer =
                        new ObjectMapper().readTree(read("http://127.0.0.1:" + port + "/api/v1/query?query=" + query));
                Set<String> names = new TreeSet<>();
                answer.path("data")
                        .path("result")
                        .forEach(result -> names.add(
                                result.path("metric").path("alertname").asText("-")));
                return names;
            } catch (UncheckedIOException | IOException notYet) {
                return Set.of("not yet");
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() {
            process.destroy();
            await().until(() -> !process.isAlive());
        }
    }
}
