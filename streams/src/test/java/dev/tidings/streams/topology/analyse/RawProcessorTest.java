package dev.tidings.streams.topology.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawProcessorTest {

    private static final String NOT_FOUND = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

    private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer registry;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.start();
        context.setRecordMetadata("tidings.raw", 0, 0);
        context.setCurrentSystemTimeMs(5);
    }

    @AfterEach
    void stopRegistry() {
        registry.stop(0);
    }

    @Test
    void aSchemaThatTheRegistryDoesNotKnowMakesADeadLetter() throws IOException {
        registry.createContext("/", exchange -> answer(exchange, 404, NOT_FOUND));
        registry.createContext("/subjects/tidings.raw-value/versions", exchange -> answer(exchange, 200, "[1]"));
        read(true);
        FailedRecord failed =
                (FailedRecord) context.forwarded("dead-letter").get(0).record().value();
        assertThat(failed.failure().reason()).isEqualTo("unknown_schema");
    }

    @Test
    void aRegistryThatComesBackIsWaitedFor() throws IOException {
        String schema = new ObjectMapper().writeValueAsString(Map.of("schema", RawArticle.SCHEMA$.toString()));
        registry.createContext("/", exchange -> {
            boolean back = asked.incrementAndGet() > 2;
            answer(exchange, back ? 200 : 503, back ? schema : "{}");
        });
        read(false);
        assertThat(asked).hasValue(3);
        assertThat(context.forwarded("decode")).hasSize(1);
        assertThat(context.forwarded("dead-letter")).isEmpty();
    }

    @Test
    void aSchemaThatAnEmptyRegistryDoesNotKnowIsWaitedFor() {
        registry.createContext("/", exchange -> answer(exchange, 404, NOT_FOUND));
        assertThatExceptionOfType(RegistryUnavailableException.class).isThrownBy(() -> read(true));
        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void aRegistryThatRefusesTheUserIsWaitedFor() {
        registry.createContext("/", exchange -> answer(exchange, 401, "{}"));
        assertThatExceptionOfType(RegistryUnavailableException.class).isThrownBy(() -> read(true));
        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void aRegistryThatStaysSilentStopsTheThreadAndWritesNoDeadLetter() {
        registry.createContext("/", exchange -> answer(exchange, 503, "{}"));
        assertThatExceptionOfType(RegistryUnavailableException.class).isThrownBy(() -> read(true));
        assertThat(context.forwarded()).isEmpty();
    }

    private void read(boolean stopping) throws IOException {
        String address = "http://127.0.0.1:" + registry.getAddress().getPort();
        Topics topics = Topics.of(Topics.DEFAULT_PREFIX);
        AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", address, "max.retries", 0));
        Route route = new Route("decode", FailureCategory.DESERIALIZATION, "decode", "dead-letter");
        RawProcessor reader = new RawProcessor(
                new TopologyContext(topics, serdes, new RegistryRetry(() -> stopping), 1_000),
                route,
                ResumePoint.beginning());
        reader.init(context);
        reader.process(new Record<>(new byte[] {1}, value(), 5));
    }

    private static byte[] value() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0, 0, 0, 0, 77});
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(RawArticle.class)
                .write(RawArticle.newBuilder().setArticleId(ArticleId.of("a")).build(), encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
