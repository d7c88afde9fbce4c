package dev.tidings.text.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a JSON object a value stands: keys with a dot between. A list on the way is walked through. A step may ask for
 * a sibling's value: {@code bodies[contentType=text/html].value}.
 *
 * @param path as written
 * @param steps the keys
 */
record KeyPath(String path, List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[([^=\\]]+)=([^\\]]*)\\])?(?:\\.|$)");

    /** A key, and what the object behind it has to hold; nothing when the condition's key is empty. */
    record Step(String key, String conditionKey, String conditionValue) {

        private boolean accepts(JsonNode node) {
            return conditionKey.isEmpty() || node.path(conditionKey).asText("").equalsIgnoreCase(conditionValue);
        }
    }

    /**
     * Parses a path.
     *
     * @throws IllegalArgumentException when it is none
     */
    static KeyPath parse(String path) {
        Matcher matcher = STEP.matcher(path);
        List<Step> steps = new ArrayList<>();
        int end = 0;
        while (end < path.length() && matcher.find(end) && matcher.start() == end) {
            steps.add(new Step(
                    matcher.group(1),
                    matcher.group(2) == null ? "" : matcher.group(2),
                    matcher.group(3) == null ? "" : matcher.group(3)));
            end = matcher.end();
        }
        if (end < path.length() || steps.isEmpty()) {
            throw new IllegalArgumentException("'" + path + "' is no path of keys");
        }
        return new KeyPath(path, List.copyOf(steps));
    }

    /** Returns what stands there, in its order; neither nulls nor lists. */
    List<JsonNode> findValues(JsonNode object) {
        List<JsonNode> found = List.of(object);
        for (Step step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                addElements(node.path(step.key()), step, next);
            }
            if (next.isEmpty()) {
                return next;
            }
            found = next;
        }
        return found;
    }

    /** One list in another is read through, deeper ones are data. */
    private static void addElements(JsonNode node, Step step, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(element -> addValue(element, step, found));
        } else {
            addValue(node, step, found);
        }
    }

    private static void addValue(JsonNode node, Step step, List<JsonNode> found) {
        if (!node.isMissingNode() && !node.isNull() && !node.isArray() && step.accepts(node)) {
            found.add(node);
        }
    }

    /** Returns the pointer to where it begins. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        steps.forEach(step -> pointer.append('/').append(step.key()));
        return pointer.toString();
    }
}
