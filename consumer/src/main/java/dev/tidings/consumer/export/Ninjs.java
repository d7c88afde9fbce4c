package dev.tidings.consumer.export;

import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Entity;
import dev.tidings.schemas.Published;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Articles as news objects of IPTC ninjs 3.1. What the article does not say is left out: a day without an hour is no
 * {@code contentCreated}, since ninjs wants an instant there.
 */
public final class Ninjs {

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
    private static final String MAIN = "main";
    private static final String PLAIN_TEXT = "text/plain";
    private static final int PERCENT = 100;

    private Ninjs() {}

    /** Returns the news object: fields in the order of the standard's examples, values that JSON knows. */
    public static Map<String, Object> ninjsOf(EnrichedArticle article) {
        return new Fields()
                .withField("uri", "urn:uuid:" + article.getArticleId())
                .withField(
                        "standard",
                        new Fields()
                                .withField("name", "ninjs")
                                .withField("version", "3.1")
                                .withField("schema", SCHEMA)
                                .toMap())
                .withField("type", "text")
                .withField("representationType", "full")
                .withField("version", Long.toString(article.getRevision()))
                .withField("contentCreated", article.getPublished().flatMap(Ninjs::instantOf))
                .withField("language", knownLanguage(article.getLanguage()))
                .withField(
                        "headlines",
                        article.getHeadlines().stream()
                                .map(headline -> typedValue(headline.getRole(), headline.getValue())
                                        .toMap())
                                .toList())
                .withField(
                        "descriptions",
                        article.getDescriptions().stream()
                                .map(description -> typedValue(description.getRole(), description.getValue())
                                        .toMap())
                                .toList())
                .withField("bodies", bodiesOf(article))
                .withField("by", article.getBy())
                .withField("located", article.getLocated())
                .withField(
                        "infoSources",
                        article.getInfoSources().stream()
                                .map(source -> new Fields()
                                        .withField("name", source.getName())
                                        .withField("role", source.getRole())
                                        .toMap())
                                .toList())
                .withField("people", entitiesOf(article.getPeople()))
                .withField("organisations", entitiesOf(article.getOrganisations()))
                .withField("places", entitiesOf(article.getPlaces()))
                .withField("subjects", subjectsOf(article))
                .withField("altIds", altIds(article))
                .toMap();
    }

    private static Fields typedValue(String role, String value) {
        return new Fields()
                .withField("role", role)
                .withField("contentType", PLAIN_TEXT)
                .withField("value", value);
    }

    private static List<Map<String, Object>> bodiesOf(EnrichedArticle article) {
        return Stream.of(ArticleBody.of(article))
                .filter(body -> !body.isEmpty())
                .map(body -> new Fields()
                        .withField("role", MAIN)
                        .withField("contentType", PLAIN_TEXT)
                        .withField("charCount", countOrNothing(article.getCharCount()))
                        .withField("wordCount", countOrNothing(article.getWordCount()))
                        .withField("value", body)
                        .toMap())
                .toList();
    }

    private static List<Map<String, Object>> entitiesOf(List<Entity> entities) {
        return entities.stream()
                .map(entity -> new Fields()
                        .withField("name", entity.getName())
                        .withField("rel", entity.getRel())
                        .withField("uri", entity.getUri())
                        .withField("literal", entity.getLiteral())
                        .toMap())
                .toList();
    }

    private static List<Map<String, Object>> subjectsOf(EnrichedArticle article) {
        return article.getSubjects().stream()
                .map(subject -> new Fields()
                        .withField("name", subject.getName())
                        .withField("uri", subject.getUri())
                        .withField("literal", subject.getLiteral())
                        .withField("creator", subject.getCreator())
                        .withField("relevance", Math.round(PERCENT * subject.getRelevance()))
                        .withField("confidence", Math.round(PERCENT * subject.getConfidence()))
                        .toMap())
                .toList();
    }

    private static List<Map<String, Object>> altIds(EnrichedArticle article) {
        Stream<Map<String, Object>> input = Stream.of(article.getUri())
                .filter(Predicate.not(String::isEmpty))
                .map(uri -> altId("input", uri));
        Stream<Map<String, Object>> address =
                article.getCanonicalUrl().or(article::getUrl).stream().map(url -> altId("url", url));
        return Stream.concat(input, address).toList();
    }

    private static Map<String, Object> altId(String role, String value) {
        return new Fields().withField("role", role).withField("value", value).toMap();
    }

    /** Leaves out a count of 0, which means that counting failed, since the body has text. */
    private static Optional<Long> countOrNothing(long count) {
        return Optional.of(count).filter(number -> number > 0);
    }

    private static Optional<String> knownLanguage(String language) {
        return Optional.of(language).filter(tag -> !tag.equals("und"));
    }

    private static Optional<String> instantOf(Published published) {
        try {
            OffsetDateTime.parse(published.getIso());
            return Optional.of(published.getIso());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
