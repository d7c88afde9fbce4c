package dev.tidings.app.cli.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.store.StoredViews;
import dev.tidings.schemas.RawArticle;
import dev.tidings.text.vocabulary.CustomMapping;
import dev.tidings.text.vocabulary.JsonVocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a part of an article was found.
 *
 * @param uri of the article
 * @param part e.g. title; empty for a key that is part of nothing
 * @param key path of the key in JSON; empty where a format has a place of its own for each part
 * @param value first words of what stands there
 */
record ExplainedPart(String uri, String part, String key, String value) {

    static final View<ExplainedPart> VIEW = View.of(ExplainedPart.class)
            .withColumn("uri", ExplainedPart::uri)
            .withColumn("part", ExplainedPart::part)
            .withColumn("key", ExplainedPart::key)
            .withColumn("value", ExplainedPart::value);

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Returns the parts of an article, and of JSON the keys that are part of nothing. */
    static Stream<ExplainedPart> partsOf(RawArticle raw) {
        return raw.getMediaType().endsWith("json") ? partsOfJson(raw) : partsStated(raw);
    }

    private static Stream<ExplainedPart> partsOfJson(RawArticle raw) {
        Optional<String> mapping = Optional.ofNullable(raw.getAttributes().get(CustomMapping.ATTRIBUTE));
        JsonVocabulary vocabulary = mapping.map(definition -> JsonVocabulary.of(new CustomMapping(definition)))
                .orElseGet(JsonVocabulary::standard);
        return vocabulary.explain(objectIn(raw)).stream()
                .map(found -> new ExplainedPart(
                        raw.getUri(), found.part(), found.key(), StoredViews.firstWords(found.value())));
    }

    private static JsonNode objectIn(RawArticle raw) {
        try {
            return MAPPER.readTree(
                    StandardCharsets.UTF_8.decode(raw.getPayload().duplicate()).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON is none", e);
        }
    }

    private static Stream<ExplainedPart> partsStated(RawArticle raw) {
        Map<String, Optional<String>> parts = new TreeMap<>();
        parts.put("title", raw.getTitle());
        parts.put("url", raw.getUrl());
        parts.put("language", raw.getLanguage());
        parts.put("published", raw.getPublishedRaw());
        parts.put("modified", raw.getModifiedRaw());
        parts.put("byline", raw.getBy());
        parts.put("author", Optional.of(String.join(", ", List.copyOf(raw.getAuthors()))));
        parts.put("charset", raw.getDeclaredCharset());
        raw.getAttributes().forEach((name, value) -> parts.put("attribute." + name, Optional.of(value)));
        return parts.entrySet().stream()
                .filter(part ->
                        part.getValue().filter(value -> !value.isEmpty()).isPresent())
                .map(part -> new ExplainedPart(
                        raw.getUri(),
                        part.getKey(),
                        "",
                        StoredViews.firstWords(part.getValue().get())));
    }
}
