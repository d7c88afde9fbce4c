package dev.tidings.kafka.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tidings.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;

/**
 * A server that speaks what the registry client asks, or answers as registries and what stands before them do on a bad
 * day. Knows the schemas that it is told of, and those of the topics that register with it.
 */
public final class FakeRegistry implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<Integer, String> schemas = new ConcurrentHashMap<>();
    private final Map<String, Integer> subjects = new ConcurrentHashMap<>();
    private volatile Answer answer = Answer.PROPER;
    private final Queue<Answer> first = new ConcurrentLinkedQueue<>();
    private volatile int nextId = 1;

    private FakeRegistry(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What a request is answered with. */
    public enum Answer {
        PROPER(200, ""),
        UNAUTHORIZED(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}"),
        FORBIDDEN(403, "{\"error_code\":40301,\"message\":\"no\"}"),
        NOT_FOUND_OF_A_PROXY(404, "<html><body>no such page</body></html>"),
        NOT_FOUND_OF_A_FRAMEWORK(404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}"),
        TOO_SLOW(408, ""),
        TOO_MANY_REQUESTS(429, "slow down"),
        INCOMPATIBLE(409, "{\"error_code\":409,\"message\":\"incompatible\"}"),
        BAD_REQUEST(400, "<html>bad request</html>"),
        INTERNAL_ERROR(500, "{\"error_code\":50001,\"message\":\"Error in the backend data store\"}"),
        UNAVAILABLE(503, ""),
        A_PAGE(200, "<html><body>please log in</body></html>"),
        NOTHING(200, ""),
        AN_EMPTY_OBJECT(200, "{}"),
        HANGING(0, ""),
        CUTTING(0, "");

        private final int status;
        private final String body;

        Answer(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    public static FakeRegistry start() {
        try {
            return new FakeRegistry(HttpServer.create(loopback(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one that shows the certificate of a context. */
    static FakeRegistry startWithTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeRegistry(server, "https");
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings of a client of it. */
    public Map<String, Object> config() {
        return Map.of("schema.registry.url", url(), "max.retries", 0);
    }

    /** Answers every request so from now on. */
    public void answerWith(Answer everything) {
        answer = everything;
    }

    /** Answers the next requests so, one each, and all after them as before. */
    void answerFirstWith(Answer... next) {
        first.addAll(List.of(next));
    }

    /** Knows a schema under an id from now on, and no longer what it knew under that id. */
    public void putSchema(int id, Schema schema) {
        schemas.put(id, json(schema));
    }

    /** Knows something that is no schema of Avro under an id. */
    void putForeign(int id, String type, String schema) {
        schemas.put(id, "{\"schemaType\":\"" + type + "\",\"schema\":" + quoted(schema) + "}");
    }

    /** Gives the subjects of topics ids, the first of them this one. */
    public void putSubjects(Collection<Topic> topics, int firstId) {
        nextId = firstId;
        topics.forEach(topic ->
                register(topic.subject(), json(EventSerializer.asWritten(topic).rawSchema())));
    }

    /** Forgets everything, as one does whose disk is gone. */
    public void empty() {
        schemas.clear();
        subjects.clear();
    }

    private synchronized int register(String subject, String schema) {
        Integer known = subjects.get(subject);
        if (known != null) {
            return known;
        }
        int id = nextId++;
        subjects.put(subject, id);
        schemas.put(id, schema);
        return id;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer next = first.poll();
        Answer now = next == null ? answer : next;
        try (exchange) {
            switch (now) {
                case PROPER -> answerProperly(exchange);
                case HANGING -> closing.await();
                case CUTTING -> exchange.close();
                default -> send(exchange, now.status, now.body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerProperly(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
        switch (exchange.getRequestMethod() + " " + path[0] + " " + path.length) {
            case "GET schemas 3" -> sendFound(exchange, schemas.get(Integer.valueOf(path[2])), 40403);
            case "GET subjects 1" ->
                send(
                        exchange,
                        200,
                        String.valueOf(subjects.keySet().stream()
                                .map(FakeRegistry::quoted)
                                .toList()));
            case "GET subjects 3" -> sendFound(exchange, subjects.containsKey(path[1]) ? "[1]" : null, 40401);
            case "POST subjects 2" -> sendFound(exchange, registered(path[1]), 40401);
            case "POST subjects 3" -> send(exchange, 200, "{\"id\":" + register(path[1], body(exchange)) + "}");
            case "PUT config 2" -> send(exchange, 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
            default -> send(exchange, 404, "");
        }
    }

    private String registered(String subject) {
        Integer id = subjects.get(subject);
        return id == null
                ? null
                : "{\"subject\":" + quoted(subject) + ",\"id\":" + id + ",\"version\":1,"
                        + schemas.getOrDefault(id, "{}").substring(1);
    }

    /** What registers a schema holds it as an answer does. */
    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    private static void sendFound(HttpExchange exchange, String body, int errorCode) throws IOException {
        send(
                exchange,
                body == null ? 404 : 200,
                body == null ? "{\"error_code\":" + errorCode + ",\"message\":\"not found\"}" : body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String json(Schema schema) {
        return "{\"schema\":" + quoted(schema.toString()) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
