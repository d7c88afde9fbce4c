package dev.tidings.text.vocabulary.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.text.vocabulary.JsonVocabulary;
import dev.tidings.text.vocabulary.StatedArticle;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Markdown file: what its front matter states, by the keys that JSON has too, and the text.
 *
 * @param stated what the front matter states; without texts
 * @param readable whether the front matter could be read, as is none
 * @param body the Markdown behind it
 */
public record MarkdownDocument(StatedArticle stated, boolean readable, String body) {

    /** Media type (IANA) of Markdown. */
    public static final String MEDIA_TYPE = "text/markdown";

    /** Name and version of the mapping. */
    public static final String MAPPING = "markdown/1";

    /** Reads a file. */
    public static MarkdownDocument read(String text) {
        FrontMatter front = FrontMatter.of(text);
        StatedArticle stated = JsonVocabulary.standard().read(front.values());
        TreeMap<String, String> attributes = new TreeMap<>(stated.attributes());
        draft(front.values()).ifPresent(status -> attributes.putIfAbsent("pubStatus", status));
        return new MarkdownDocument(
                new StatedArticle(
                        MAPPING, stated.fields(), stated.authors(), stated.credits(), attributes, List.of(), List.of()),
                front.readable(),
                front.body());
    }

    private static Optional<String> draft(JsonNode values) {
        return values.path("draft").asBoolean(false) ? Optional.of("draft") : Optional.empty();
    }
}
