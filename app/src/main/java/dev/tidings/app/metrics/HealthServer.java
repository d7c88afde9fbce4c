package dev.tidings.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.health.ProcessReport;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ProcessState;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves {@code /metrics} in the text format of Prometheus, {@code /health/live} and {@code /health/ready}: 200 when the
 * process lives and is ready, else 503 with what is in the way, a line each.
 */
public final class HealthServer implements AutoCloseable {
    private static final String PLAIN_TEXT = "text/plain; charset=utf-8";
    private static final String METRICS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int NOT_ALLOWED = 405;

    /** An answer to a request. */
    private record Answer(int code, String type, String body) {}

    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "health server");
        worker.setDaemon(true);
        return worker;
    });

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to serve, where the settings say.
     *
     * @param scrape makes the text of the meters
     * @param health how the process stands
     * @return empty where it is switched off
     * @throws SettingsException when the port cannot be had
     */
    public static Optional<HealthServer> start(
            Settings settings, Supplier<String> scrape, Supplier<ProcessReport> health) {
        long port = settings.get(MetricsSettings.PORT);
        if (port == MetricsSettings.OFF) {
            return Optional.empty();
        }
        InetSocketAddress address = new InetSocketAddress(settings.get(MetricsSettings.ADDRESS), Math.toIntExact(port));
        try {
            HealthServer server = new HealthServer(HttpServer.create(address, 0));
            server.serve("/metrics", () -> new Answer(OK, METRICS_TEXT, scrape.get()));
            server.serve("/health/live", () -> liveAnswer(health.get()));
            server.serve("/health/ready", () -> readyAnswer(health.get()));
            server.server.setExecutor(server.thread);
            server.server.start();
            return Optional.of(server);
        } catch (IOException e) {
            throw new SettingsException("no meters can be served at " + settings.get(MetricsSettings.ADDRESS) + ":"
                    + port + " (" + e.getMessage() + "); set another " + MetricsSettings.PORT.key() + " or "
                    + MetricsSettings.ADDRESS.key());
        }
    }

    private static Answer liveAnswer(ProcessReport report) {
        boolean lives = report.state() != ProcessState.FAILED;
        return new Answer(lives ? OK : UNAVAILABLE, PLAIN_TEXT, textOf(report));
    }

    private static Answer readyAnswer(ProcessReport report) {
        boolean ready = report.state() == ProcessState.READY;
        return new Answer(ready ? OK : UNAVAILABLE, PLAIN_TEXT, textOf(report));
    }

    private static String textOf(ProcessReport report) {
        String state = report.state().name().toLowerCase(Locale.ROOT);
        return state + "\n"
                + String.join(
                        "", report.obstacles().stream().map(line -> line + "\n").toList());
    }

    private void serve(String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                boolean reads = Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
                send(exchange, reads ? answer.get() : new Answer(NOT_ALLOWED, PLAIN_TEXT, "only GET\n"));
            }
        });
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.code(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.code(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Returns where it is reached, to the path of the meters. */
    public String metricsUrl() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().isAnyLocalAddress() ? ProcessIdentity.hostName() : address.getHostString();
        return "http://" + host + ":" + address.getPort() + "/metrics";
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
