package dev.tidings.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.health.ProcessHealth;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {

    private final ProcessHealth health = new ProcessHealth(InstantSource.system());
    private List<String> obstacles = List.of();
    private ServiceMeters meters;
    private HealthServer server;

    @BeforeEach
    void start() {
        meters = new ServiceMeters(new ProcessIdentity("sink", "main", List.of(), List.of(), ""), health);
        server = HealthServer.start(settings("0"), meters::scrape, health::report)
                .orElseThrow();
    }

    @AfterEach
    void close() {
        server.close();
        meters.close();
    }

    @Test
    void aProcessThatStartsLivesAndIsNotReady() throws Exception {
        assertAnswer("/health/live", 200, "starting\n");
        assertAnswer("/health/ready", 503, "starting\n");
    }

    @Test
    void aProcessIsReadyWhileNothingIsInItsWay() throws Exception {
        health.noteStart(() -> obstacles, List::of);
        assertAnswer("/health/ready", 200, "ready\n");

        obstacles = List.of("the store is locked", "the registry does not answer");

        assertAnswer("/health/ready", 503, "waiting\nthe store is locked\nthe registry does not answer\n");
        assertAnswer("/health/live", 200, "waiting\nthe store is locked\nthe registry does not answer\n");
    }

    @Test
    void aProcessThatHasFailedDoesNotLive() throws Exception {
        health.noteFailure("the disk is broken");

        assertAnswer("/health/live", 503, "failed\nthe disk is broken\n");
    }

    @Test
    void aScrapeSaysWhoItIsAndWhetherItIsReadyAndHowItsJvmIs() throws Exception {
        health.noteStart(() -> obstacles, List::of);

        HttpResponse<String> answer = get("/metrics", "GET");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains("tidings_ready 1.0", "kind=\"sink\"", "jvm_memory_used_bytes", "process_cpu_usage");
        PrometheusTool.Result checked = PrometheusTool.runPromtool(answer.body(), "check", "metrics");
        assertThat(checked.exit()).as(checked.output()).isZero();
    }

    @Test
    void itIsReadAndNothingElse() throws Exception {
        assertThat(get("/metrics", "POST").statusCode()).isEqualTo(405);
        assertThat(get("/health/ready", "HEAD").body()).isEmpty();
        assertThat(get("/", "GET").statusCode()).isEqualTo(404);
    }

    @Test
    void aPortThatIsTakenIsToldWithItsSetting() {
        String taken = server.metricsUrl().replaceAll(".*:(\\d+)/.*", "$1");

        assertThatThrownBy(() -> HealthServer.start(settings(taken), meters::scrape, health::report))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("127.0.0.1:" + taken + " (Address already in use); set another metrics.port");
    }

    @Test
    void itIsSwitchedOffByAPortOfMinusOne() {
        assertThat(HealthServer.start(settings("-1"), meters::scrape, health::report))
                .isEmpty();
    }

    private void assertAnswer(String path, int code, String body) throws Exception {
        HttpResponse<String> answer = get(path, "GET");
        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(answer.body()).isEqualTo(body);
    }

    private HttpResponse<String> get(String path, String method) throws Exception {
        URI uri = URI.create(server.metricsUrl().replace("/metrics", path));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Settings settings(String port) {
        return Settings.resolveAll(MetricsSettings.ALL, SettingSources.of(Map.of("metrics.port", port)));
    }
}
