package dev.tidings.text.vocabulary.markdown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidings.text.vocabulary.YamlText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The front matter of a text: what stands between two fences above it, in YAML ({@code ---}), TOML ({@code +++}) or JSON.
 * Some programs run front matter that is marked as code ({@code ---js}); here it is passed over, like any that cannot be
 * read.
 *
 * @param values what it states by key; an object without fields where there is none
 * @param readable whether it could be read, as is none
 * @param body the text behind it
 */
record FrontMatter(JsonNode values, boolean readable, String body) {

    private static final Pattern FENCED = Pattern.compile(
            "\\A\ufeff?(---|\\+\\+\\+|;;;)[ \\t]*(\\w*)[ \\t]*\\r?\\n(.*?)(?<=\\n)\\1[ \\t]*(?:\\r?\\n|\\z)",
            Pattern.DOTALL);

    private static final Pattern TOML_LINE =
            Pattern.compile("(?m)^[ \\t]*([\\w-]+|\"[^\"\\n]*\")[ \\t]*=[ \\t]*(.*?)[ \\t]*(?:#[^\"'\\n]*)?$");

    private static final Pattern TOML_STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Returns the front matter of a text. */
    static FrontMatter of(String text) {
        Matcher fenced = FENCED.matcher(text);
        if (!fenced.find()) {
            return new FrontMatter(JsonNodeFactory.instance.objectNode(), true, text);
        }
        Optional<JsonNode> values = read(fenced.group(1), fenced.group(2), fenced.group(3));
        return new FrontMatter(
                values.filter(JsonNode::isObject).orElse(JsonNodeFactory.instance.objectNode()),
                values.isPresent(),
                text.substring(fenced.end()));
    }

    private static Optional<JsonNode> read(String fence, String language, String content) {
        if (fence.equals(";;;") || language.equals("json")) {
            return json(content);
        }
        if (fence.equals("+++") || language.equals("toml")) {
            return Optional.of(toml(content));
        }
        return language.isEmpty() || language.equals("yaml") ? YamlText.read(content) : Optional.empty();
    }

    private static Optional<JsonNode> json(String content) {
        try {
            return Optional.of(MAPPER.readTree(content));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Takes keys of the first level with strings, dates and lists of strings; sections state nothing of an article. */
    private static JsonNode toml(String content) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        int section = content.indexOf("\n[");
        Matcher lines = TOML_LINE.matcher(section < 0 ? content : content.substring(0, section + 1));
        while (lines.find()) {
            values.set(lines.group(1).replace("\"", ""), tomlValue(lines.group(2)));
        }
        return values;
    }

    private static JsonNode tomlValue(String written) {
        Matcher strings = TOML_STRING.matcher(written);
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        while (strings.find()) {
            String text = strings.group(1) == null ? strings.group(2) : strings.group(1);
            found.add(text.replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        if (written.startsWith("[")) {
            return found;
        }
        return found.isEmpty() ? JsonNodeFactory.instance.textNode(written) : found.get(0);
    }
}
