package dev.tidings.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    void hasTheFieldsOfTheSchemaInItsOrder() {
        ObjectNode json = EventJson.toObject(
                EnrichedArticle.newBuilder().setArticleId("id").build());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(EnrichedArticle.getClassSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    @Test
    void writesValuesAsPeopleWouldAndLeavesNoUnionVisible() {
        ObjectNode json = EventJson.toObject(EnrichedArticle.newBuilder()
                .setArticleId("id")
                .setUrl("https://example.org/1")
                .setSourceTimestamp(Instant.parse("2026-01-02T03:04:05.006Z"))
                .setHeadlines(List.of(new Headline("main", "ئەردۆغان")))
                .setLanguageConfidence(0.5)
                .build());

        assertThat(json.get("url").textValue()).isEqualTo("https://example.org/1");
        assertThat(json.get("canonicalUrl").isNull()).isTrue();
        assertThat(json.get("revision").longValue()).isEqualTo(1);
        assertThat(json.get("languageConfidence").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("sourceFormat").textValue()).isEqualTo("UNKNOWN");
        assertThat(json.get("sourceTimestamp").textValue()).isEqualTo("2026-01-02T03:04:05.006Z");
        assertThat(json.get("headlines")).hasToString("[{\"role\":\"main\",\"value\":\"ئەردۆغان\"}]");
    }

    @Test
    void writesBytesAsBase64AndMapKeysSorted() {
        ObjectNode json = EventJson.toObject(DeadLetter.newBuilder()
                .setId("id")
                .setValue(ByteBuffer.wrap("bad".getBytes(UTF_8)))
                .setHeaders(Map.of("z", ByteBuffer.wrap(new byte[] {1}), "a", ByteBuffer.allocate(0)))
                .build());

        assertThat(json.get("value").textValue()).isEqualTo("YmFk");
        assertThat(json.get("headers")).hasToString("{\"a\":\"\",\"z\":\"AQ==\"}");
    }

    @Test
    void aListIsTheTextOfAnArray() {
        assertThat(EventJson.toArrayText(List.of(new Headline("main", "\"ئەردۆغان\""), 1.5, "x")))
                .isEqualTo("[{\"role\":\"main\",\"value\":\"\\\"ئەردۆغان\\\"\"},1.5,\"x\"]");
        assertThat(EventJson.toArrayText(List.of())).isEqualTo("[]");
    }
}
