package dev.tidings.streams.extract.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.text.vocabulary.CustomMapping;
import dev.tidings.text.vocabulary.JsonVocabulary;

/**
 * Finds the article in a JSON object by the keys that its vocabulary gives the parts. Nothing that the object names is
 * fetched, and no class is made of it. Safe for use by many threads.
 */
public final class JsonExtractor implements Extractor {

    private static final String NAME = "json/1";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonVocabulary vocabulary = JsonVocabulary.standard();
    private final ItemArticle articles = new ItemArticle();

    @Override
    public String version() {
        return NAME + ":" + String.join(",", vocabulary.names());
    }

    @Override
    public boolean supportsMediaType(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    @Override
    public Extraction extractArticle(Document document) {
        return articles.articleOf(NAME, vocabularyOf(document).read(parse(document.content())), document);
    }

    private JsonVocabulary vocabularyOf(Document document) {
        try {
            return document.mapping()
                    .map(definition -> JsonVocabulary.of(new CustomMapping(definition)))
                    .orElse(vocabulary);
        } catch (IllegalArgumentException e) {
            throw new RejectedInputException("bad_mapping", "the mapping of the source is none: " + e.getMessage());
        }
    }

    private static JsonNode parse(String content) {
        try {
            return MAPPER.readTree(content);
        } catch (JsonProcessingException e) {
            throw new RejectedInputException(
                    "syntax",
                    "the payload is no JSON: "
                            + String.valueOf(e.getOriginalMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
    }
}
