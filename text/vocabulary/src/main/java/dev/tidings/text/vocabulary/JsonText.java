package dev.tidings.text.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Reads what a JSON value says, whether it is a string or an object around one. */
final class JsonText {

    /** Where programs put the one string of an object. */
    private static final List<String> KEYS = List.of(
            "value",
            "rendered",
            "name",
            "text",
            "#text",
            "$t",
            "@value",
            "$date",
            "iso",
            "main",
            "original",
            "fullName",
            "full_name",
            "displayName",
            "literal",
            "title",
            "content",
            "html",
            "@id",
            "url",
            "href");

    private JsonText() {}

    /** Returns the string of a value that should be a text; empty when it is a number, a list or an object of others. */
    static Optional<String> textOf(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.asText());
        }
        return KEYS.stream()
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    /** As {@link #textOf}, and numbers as they are written, which ids and times may be; one without end is none. */
    static Optional<String> textOrNumber(JsonNode node) {
        if (node.isNumber()) {
            return Double.isInfinite(node.asDouble()) ? Optional.empty() : Optional.of(node.asText());
        }
        return textOf(node)
                .or(() -> KEYS.stream()
                        .map(node::path)
                        .filter(JsonNode::isIntegralNumber)
                        .map(JsonNode::asText)
                        .findFirst());
    }
}
