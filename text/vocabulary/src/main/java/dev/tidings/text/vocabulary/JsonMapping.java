package dev.tidings.text.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which keys of a JSON object hold which part of an article.
 *
 * @param name e.g. ninjs
 * @param version from 1; it only grows, with every change of the paths
 * @param signature paths of which one has to be there for the mapping to apply; none for one that always does
 * @param paths paths of each part, the most trusted first, by its name
 */
record JsonMapping(String name, int version, List<KeyPath> signature, Map<String, List<KeyPath>> paths) {

    static final String HTML = "html";
    static final String TEXT = "text";
    static final String AUTHOR = "author";
    static final String CREDIT = "credit.";
    static final String ATTRIBUTE = "attribute.";

    /** Freezes the collections. */
    JsonMapping {
        signature = List.copyOf(signature);
        paths = Map.copyOf(paths);
    }

    /** Returns whether the object has the mapping's own keys. */
    boolean accepts(JsonNode object) {
        return signature.isEmpty()
                || signature.stream().anyMatch(path -> !path.findValues(object).isEmpty());
    }

    /** Returns what the object states. */
    StatedArticle read(JsonNode object) {
        StatedArticle.Builder article = StatedArticle.builder(name + "/" + version);
        Set<String> read = new HashSet<>();
        pathsOf(HTML).forEach(path -> readText(object, path, read, article));
        pathsOf(TEXT).forEach(path -> readText(object, path, read, article));
        for (Field field : Field.values()) {
            readField(object, field, article);
        }
        readAuthors(object, article);
        paths.keySet().stream().sorted().forEach(part -> readFurther(object, part, article));
        return article.build();
    }

    /** Returns where each part was found, parts by their name, and then the keys that are part of nothing. */
    List<MappedKey> explain(JsonNode object) {
        List<MappedKey> found = new ArrayList<>();
        Set<String> used = new HashSet<>();
        paths.keySet().stream()
                .sorted()
                .forEach(part -> firstOf(object, part).ifPresent(path -> {
                    used.add(path.steps().get(0).key());
                    found.add(new MappedKey(part, path.path(), textAt(object, path)));
                }));
        object.fieldNames().forEachRemaining(key -> {
            if (!used.contains(key)) {
                found.add(new MappedKey("", key, shown(object.get(key))));
            }
        });
        return found;
    }

    private Optional<KeyPath> firstOf(JsonNode object, String part) {
        return pathsOf(part).stream()
                .filter(path -> path.findValues(object).stream().anyMatch(JsonMapping::saysSomething))
                .findFirst();
    }

    private static String textAt(JsonNode object, KeyPath path) {
        return path.findValues(object).stream()
                .filter(JsonMapping::saysSomething)
                .map(JsonMapping::shown)
                .collect(Collectors.joining(", "));
    }

    /** An object may hold a text under a name that is known, or something else. */
    private static boolean saysSomething(JsonNode value) {
        return value.isValueNode() || JsonText.textOf(value).isPresent();
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : JsonText.textOf(value).orElseGet(value::toString);
    }

    /** Returns the key of a field in the tables, e.g. {@code canonical_url}. */
    static String keyOf(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private List<KeyPath> pathsOf(String part) {
        return paths.getOrDefault(part, List.of());
    }

    private void readField(JsonNode object, Field field, StatedArticle.Builder article) {
        boolean words = field == Field.TITLE || field == Field.LEAD;
        for (KeyPath path : pathsOf(keyOf(field))) {
            for (JsonNode value : path.findValues(object)) {
                Optional<String> text = words ? JsonText.textOf(value) : JsonText.textOrNumber(value);
                text.filter(stated -> isAcceptable(field, stated)).ifPresent(stated -> article.field(field, stated));
                if (field == Field.TITLE && text.isEmpty() && article.hasText()) {
                    article.badField(path.pointer());
                }
            }
        }
    }

    /** A key like {@code source} may hold an address or a name. */
    private static boolean isAcceptable(Field field, String stated) {
        boolean address = field == Field.URL || field == Field.CANONICAL_URL;
        return !address || stated.contains("://") || stated.startsWith("/") || stated.startsWith("www.");
    }

    /** A key that has given a text is not read again: several paths may lead to the parts of one list. */
    private void readText(JsonNode object, KeyPath path, Set<String> read, StatedArticle.Builder article) {
        String key = path.steps().get(0).key();
        StringBuilder whole = new StringBuilder();
        for (JsonNode value : read.contains(key) ? List.<JsonNode>of() : path.findValues(object)) {
            Optional<String> text = JsonText.textOf(value);
            if (text.isEmpty() && !value.isContainerNode()) {
                article.badField(path.pointer());
            }
            text.ifPresent(part -> whole.append(whole.isEmpty() ? "" : "\n\n").append(part));
        }
        if (!whole.toString().isBlank()) {
            read.add(key);
            boolean html = pathsOf(HTML).contains(path);
            article.text(html ? new StatedText(whole.toString(), true) : StatedText.ofUnknown(whole.toString()));
        }
    }

    /** The first path that names somebody counts: another one names the same people in another way. */
    private void readAuthors(JsonNode object, StatedArticle.Builder article) {
        for (KeyPath path : pathsOf(AUTHOR)) {
            List<String> names = path.findValues(object).stream()
                    .flatMap(value -> JsonText.textOf(value).stream())
                    .flatMap(text -> List.of(text.split(";", -1)).stream())
                    .filter(name -> !name.isBlank())
                    .toList();
            if (!names.isEmpty()) {
                names.forEach(article::author);
                return;
            }
        }
    }

    private void readFurther(JsonNode object, String part, StatedArticle.Builder article) {
        for (KeyPath path : pathsOf(part)) {
            List<String> values = path.findValues(object).stream()
                    .flatMap(value -> valueText(value).stream())
                    .toList();
            if (part.startsWith(CREDIT)) {
                values.forEach(value -> article.credit(value, part.substring(CREDIT.length())));
            } else if (part.startsWith(ATTRIBUTE)) {
                article.attribute(part.substring(ATTRIBUTE.length()), String.join(", ", values));
            }
        }
    }

    private static Optional<String> valueText(JsonNode value) {
        return value.isBoolean() ? Optional.of(value.asText()) : JsonText.textOrNumber(value);
    }
}
