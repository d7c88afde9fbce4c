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
    public static Map<String, Object> of(EnrichedArticle article) {
        return new Fields()
                .with("uri", "urn:uuid:" + article.getArticleId())
                .with(
                        "standard",
                        new Fields()
                                .with("name", "ninjs")
                                .with("version", "3.1")
                                .with("schema", SCHEMA)
                                .map())
                .with("type", "text")
                .with("representationType", "full")
                .with("version", Long.toString(article.getRevision()))
                .with("contentCreated", article.getPublished().flatMap(Ninjs::instant))
                .with("language", known(article.getLanguage()))
                .with(
                        "headlines",
                        article.getHeadlines().stream()
                                .map(headline -> value(headline.getRole(), headline.getValue())
                                        .map())
                                .toList())
                .with(
                        "descriptions",
                        article.getDescriptions().stream()
                                .map(description -> value(description.getRole(), description.getValue())
                                        .map())
                                .toList())
                .with("bodies", bodies(article))
                .with("by", article.getBy())
                .with("located", article.getLocated())
                .with(
                        "infoSources",
                        article.getInfoSources().stream()
                                .map(source -> new Fields()
                                        .with("name", source.getName())
                                        .with("role", source.getRole())
                                        .map())
                                .toList())
                .with("people", entities(article.getPeople()))
                .with("organisations", entities(article.getOrganisations()))
                .with("places", entities(article.getPlaces()))
                .with("subjects", subjects(article))
                .with("altIds", altIds(article))
                .map();
    }

    private static Fields value(String role, String value) {
        return new Fields().with("role", role).with("contentType", PLAIN_TEXT).with("value", value);
    }

    private static List<Map<String, Object>> bodies(EnrichedArticle article) {
        return Stream.of(ArticleBody.of(article))
                .filter(body -> !body.isEmpty())
                .map(body -> new Fields()
                        .with("role", MAIN)
                        .with("contentType", PLAIN_TEXT)
                        .with("charCount", counted(article.getCharCount()))
                        .with("wordCount", counted(article.getWordCount()))
                        .with("value", body)
                        .map())
                .toList();
    }

    private static List<Map<String, Object>> entities(List<Entity> entities) {
        return entities.stream()
                .map(entity -> new Fields()
                        .with("name", entity.getName())
                        .with("rel", entity.getRel())
                        .with("uri", entity.getUri())
                        .with("literal", entity.getLiteral())
                        .map())
                .toList();
    }

    private static List<Map<String, Object>> subjects(EnrichedArticle article) {
        return article.getSubjects().stream()
                .map(subject -> new Fields()
                        .with("name", subject.getName())
                        .with("uri", subject.getUri())
                        .with("literal", subject.getLiteral())
                        .with("creator", subject.getCreator())
                        .with("relevance", Math.round(PERCENT * subject.getRelevance()))
                        .with("confidence", Math.round(PERCENT * subject.getConfidence()))
                        .map())
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
        return new Fields().with("role", role).with("value", value).map();
    }

    /** A count of nothing is one that failed: the body has text. */
    private static Optional<Long> counted(long count) {
        return Optional.of(count).filter(number -> number > 0);
    }

    private static Optional<String> known(String language) {
        return Optional.of(language).filter(tag -> !tag.equals("und"));
    }

    private static Optional<String> instant(Published published) {
        try {
            OffsetDateTime.parse(published.getIso());
            return Optional.of(published.getIso());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
