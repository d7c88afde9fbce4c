package dev.tidings.text.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The mappings of JSON objects to articles, a table of this module: the first whose own keys an object has reads it; the
 * last one goes by names that programs like to give. Safe for use by many threads.
 */
public final class JsonVocabulary {

    private static final String TABLE = "json-mappings.tsv";
    private static final String VERSION = "version";
    private static final String SIGNATURE = "known-by";
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final JsonVocabulary STANDARD = load();

    /** Search engines and others put the article into an object within. */
    private static final List<String> WRAPPERS = List.of("_source", "fields", "article", "node", "doc", "data", "item");

    private final List<JsonMapping> mappings;

    private JsonVocabulary(List<JsonMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    /** Returns the mappings that Tidings knows. */
    public static JsonVocabulary standard() {
        return STANDARD;
    }

    /** Returns one mapping alone: who writes it knows where everything stands. */
    public static JsonVocabulary of(CustomMapping mapping) {
        return new JsonVocabulary(List.of(mapping.compile()));
    }

    /** Returns where each part of an object's article was found, and the keys that are part of nothing. */
    public List<MappedKey> explain(JsonNode object) {
        return mappingOf(object).explain(object);
    }

    /** Returns the mappings by name and version, in the order in which they are asked. */
    public List<String> names() {
        return mappings.stream()
                .map(mapping -> mapping.name() + "/" + mapping.version())
                .toList();
    }

    /** Returns what an object states; of one that holds its article in another object, what that states. */
    public StatedArticle read(JsonNode object) {
        StatedArticle outer = mappingOf(object).read(object);
        if (!outer.texts().isEmpty()) {
            return outer;
        }
        return WRAPPERS.stream()
                .map(object::path)
                .filter(JsonNode::isObject)
                .map(inner -> mappingOf(inner).read(inner))
                .filter(inner -> !inner.texts().isEmpty())
                .findFirst()
                .map(inner -> withIdentity(inner, outer))
                .orElse(outer);
    }

    /** An index gives ids that the article in it may not repeat. */
    private static StatedArticle withIdentity(StatedArticle inner, StatedArticle outer) {
        Map<StatedArticle.Field, String> fields = new LinkedHashMap<>(outer.fields());
        fields.putAll(inner.fields());
        return new StatedArticle(
                inner.mapping(),
                fields,
                inner.authors(),
                inner.credits(),
                inner.attributes(),
                inner.texts(),
                inner.badFields());
    }

    private JsonMapping mappingOf(JsonNode object) {
        return mappings.stream()
                .filter(mapping -> mapping.accepts(object))
                .findFirst()
                .orElseThrow();
    }

    private static JsonVocabulary load() {
        Map<String, Map<String, List<String>>> tables = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(JsonVocabulary.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> TAB.split(line, -1))
                    .forEach(row -> tables.computeIfAbsent(row[0], name -> new LinkedHashMap<>())
                            .computeIfAbsent(row[1], part -> new ArrayList<>())
                            .addAll(List.of(SPACE.split(row[2], -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<JsonMapping> mappings = new ArrayList<>();
        tables.forEach((name, parts) -> mappings.add(mapping(name, parts)));
        return new JsonVocabulary(mappings);
    }

    private static JsonMapping mapping(String name, Map<String, List<String>> parts) {
        Map<String, List<KeyPath>> paths = new LinkedHashMap<>();
        parts.forEach((part, written) -> {
            if (!part.equals(VERSION) && !part.equals(SIGNATURE)) {
                paths.put(part, written.stream().map(KeyPath::parse).toList());
            }
        });
        List<KeyPath> signature = parts.getOrDefault(SIGNATURE, List.of()).stream()
                .map(KeyPath::parse)
                .toList();
        int version = Integer.parseInt(parts.getOrDefault(VERSION, List.of("0")).get(0));
        return new JsonMapping(name, version, signature, paths);
    }
}
