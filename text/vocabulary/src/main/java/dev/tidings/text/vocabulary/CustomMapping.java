package dev.tidings.text.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mapping that somebody wrote for JSON of their own: which keys hold which part of an article. It is short, and travels
 * with each article that was read by it, so that the text is found by it again, here and in every replay.
 *
 * @param definition the mapping on one line, as JSON; equal for equal mappings
 */
public record CustomMapping(String definition) {

    /** Attribute of an article in which the mapping travels. */
    public static final String ATTRIBUTE = "mappingPaths";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern FURTHER = Pattern.compile("(?:attribute|credit)\\.[A-Za-z0-9_-]{1,40}");
    private static final String NAME_KEY = "name";
    private static final String VERSION_KEY = "version";
    private static final int MAX_CHARS = 4_000;

    /**
     * Reads a mapping of YAML or JSON: {@code name}, {@code version}, and by the name of a part a path or a list of paths.
     *
     * @throws IllegalArgumentException when it is none; the message says what was expected
     */
    public static CustomMapping parse(String written) {
        return of(YamlText.read(written).orElseGet(MissingNode::getInstance));
    }

    /** As {@link #parse(String)}, of what was read already. */
    public static CustomMapping of(JsonNode values) {
        if (!values.isObject()) {
            throw new IllegalArgumentException("expected keys with values, as 'title: headline.main'");
        }
        Map<String, List<String>> rows = new TreeMap<>();
        values.properties().forEach(entry -> rows.put(entry.getKey(), textsOf(entry.getKey(), entry.getValue())));
        CustomMapping mapping = new CustomMapping(definitionOf(rows));
        mapping.compile();
        return mapping;
    }

    private static List<String> textsOf(String key, JsonNode value) {
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value))
                .forEach(element -> texts.add(element.asText("").strip()));
        if (texts.isEmpty() || texts.stream().anyMatch(text -> text.isEmpty() || text.indexOf(' ') >= 0)) {
            throw new IllegalArgumentException("'" + key + "' expects a path of keys, or a list of them");
        }
        return texts;
    }

    private static String definitionOf(Map<String, List<String>> rows) {
        String definition = rows.entrySet().stream()
                .map(row -> row.getKey() + ": [" + String.join(", ", quoted(row.getValue())) + "]")
                .collect(Collectors.joining(", ", "{", "}"));
        if (definition.length() > MAX_CHARS) {
            throw new IllegalArgumentException("the mapping is longer than " + MAX_CHARS + " characters");
        }
        return definition;
    }

    private static List<String> quoted(List<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").toList();
    }

    /** Returns the mapping, ready to read. */
    JsonMapping compile() {
        JsonNode values = YamlText.read(definition)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("expected keys with values"));
        Map<String, List<KeyPath>> paths = new LinkedHashMap<>();
        values.properties().forEach(entry -> {
            if (!entry.getKey().equals(NAME_KEY) && !entry.getKey().equals(VERSION_KEY)) {
                requirePart(entry.getKey());
                paths.put(
                        entry.getKey(),
                        textsOf(entry.getKey(), entry.getValue()).stream()
                                .map(KeyPath::parse)
                                .toList());
            }
        });
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("it maps nothing; expected one of " + String.join(", ", parts()));
        }
        return new JsonMapping(nameIn(values), versionIn(values), List.of(), paths);
    }

    private static String nameIn(JsonNode values) {
        String name = values.path(NAME_KEY).path(0).asText("custom");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name '" + name + "' is none; expected lower-case letters and digits");
        }
        return name;
    }

    private static int versionIn(JsonNode values) {
        String version = values.path(VERSION_KEY).path(0).asText("1");
        if (!version.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("version '" + version + "' is none; expected a number from 1");
        }
        return Integer.parseInt(version);
    }

    private static void requirePart(String key) {
        if (!FURTHER.matcher(key).matches() && !parts().contains(key)) {
            throw new IllegalArgumentException("'" + key + "' is no part of an article; expected one of "
                    + String.join(", ", parts()) + ", attribute.NAME, credit.ROLE");
        }
    }

    private static List<String> parts() {
        return Stream.concat(
                        Stream.of(JsonMapping.TEXT, JsonMapping.HTML, JsonMapping.AUTHOR),
                        Stream.of(Field.values()).map(JsonMapping::keyOf))
                .sorted()
                .toList();
    }
}
