package dev.tidings.consumer.export;

import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Entity;
import dev.tidings.schemas.InfoSource;
import dev.tidings.schemas.Keyword;
import dev.tidings.schemas.Published;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Articles as {@code NewsArticle} of schema.org, in JSON-LD. What the article does not say is left out. */
public final class NewsArticles {

    private static final String TYPE = "@type";
    private static final String PUBLISHER = "publisher";

    private NewsArticles() {}

    /** Returns the object with its context: fields in a fixed order, values that JSON knows. */
    public static Map<String, Object> newsArticleOf(EnrichedArticle article) {
        return new Fields()
                .withField("@context", "https://schema.org")
                .withField(TYPE, "NewsArticle")
                .withField("identifier", "urn:uuid:" + article.getArticleId())
                .withField("version", article.getRevision())
                .withField("url", article.getCanonicalUrl().or(article::getUrl))
                .withField(
                        "headline", article.getHeadlines().stream().findFirst().map(headline -> headline.getValue()))
                .withField("inLanguage", Optional.of(article.getLanguage()).filter(tag -> !tag.equals("und")))
                .withField("datePublished", article.getPublished().flatMap(NewsArticles::certainDate))
                .withField("author", authorsOf(article))
                .withField("dateline", article.getLocated())
                .withField(PUBLISHER, publisherOf(article))
                .withField("creditText", creditOf(article))
                .withField(
                        "abstract",
                        article.getDescriptions().stream().findFirst().map(description -> description.getValue()))
                .withField("articleBody", ArticleBody.of(article))
                .withField("wordCount", Optional.of(article.getWordCount()).filter(count -> count > 0))
                .withField("timeRequired", article.getTimeRequired())
                .withField(
                        "keywords",
                        article.getKeywords().stream().map(Keyword::getTerm).toList())
                .withField("mentions", mentionsOf(article))
                .withField(
                        "contentLocation",
                        article.getPlaces().stream()
                                .map(place -> thingOf(place.getType().equals("country") ? "Country" : "Place", place))
                                .toList())
                .toMap();
    }

    /** Leaves out a date whose day is not certain. */
    private static Optional<String> certainDate(Published published) {
        return Optional.of(published.getIso())
                .filter(iso -> !published.getPrecision().equals("ambiguous"));
    }

    /** The names of a byline; the publisher's own is an organisation's. */
    private static List<Map<String, Object>> authorsOf(EnrichedArticle article) {
        return article.getBy().stream()
                .flatMap(names -> Stream.of(names.split(", ", -1)))
                .filter(name -> !name.isBlank())
                .map(name -> new Fields()
                        .withField(TYPE, isSource(article, name) ? "Organization" : "Person")
                        .withField("name", name)
                        .toMap())
                .toList();
    }

    private static boolean isSource(EnrichedArticle article, String name) {
        return article.getInfoSources().stream()
                .anyMatch(source -> source.getName().equalsIgnoreCase(name));
    }

    private static Optional<Map<String, Object>> publisherOf(EnrichedArticle article) {
        return article.getInfoSources().stream()
                .filter(source -> source.getRole().equals(PUBLISHER))
                .findFirst()
                .map(source -> new Fields()
                        .withField(TYPE, "Organization")
                        .withField("name", source.getName())
                        .toMap());
    }

    private static String creditOf(EnrichedArticle article) {
        return article.getInfoSources().stream()
                .filter(source -> !source.getRole().equals(PUBLISHER))
                .map(InfoSource::getName)
                .collect(Collectors.joining(", "));
    }

    private static List<Map<String, Object>> mentionsOf(EnrichedArticle article) {
        return Stream.concat(
                        article.getPeople().stream().map(person -> thingOf("Person", person)),
                        article.getOrganisations().stream().map(body -> thingOf("Organization", body)))
                .toList();
    }

    private static Map<String, Object> thingOf(String type, Entity entity) {
        return new Fields()
                .withField(TYPE, type)
                .withField("name", entity.getName())
                .withField("alternateName", entity.getLabel().filter(label -> !label.equals(entity.getName())))
                .withField("identifier", entity.getLiteral())
                .toMap();
    }
}
