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
    public static Map<String, Object> of(EnrichedArticle article) {
        return new Fields()
                .with("@context", "https://schema.org")
                .with(TYPE, "NewsArticle")
                .with("identifier", "urn:uuid:" + article.getArticleId())
                .with("version", article.getRevision())
                .with("url", article.getCanonicalUrl().or(article::getUrl))
                .with("headline", article.getHeadlines().stream().findFirst().map(headline -> headline.getValue()))
                .with("inLanguage", Optional.of(article.getLanguage()).filter(tag -> !tag.equals("und")))
                .with("datePublished", article.getPublished().flatMap(NewsArticles::certain))
                .with("author", authors(article))
                .with("dateline", article.getLocated())
                .with(PUBLISHER, publisher(article))
                .with("creditText", credit(article))
                .with(
                        "abstract",
                        article.getDescriptions().stream().findFirst().map(description -> description.getValue()))
                .with("articleBody", ArticleBody.of(article))
                .with("wordCount", Optional.of(article.getWordCount()).filter(count -> count > 0))
                .with("timeRequired", article.getTimeRequired())
                .with(
                        "keywords",
                        article.getKeywords().stream().map(Keyword::getTerm).toList())
                .with("mentions", mentions(article))
                .with(
                        "contentLocation",
                        article.getPlaces().stream()
                                .map(place -> thing(place.getType().equals("country") ? "Country" : "Place", place))
                                .toList())
                .map();
    }

    /** A day that may be another one is not told as a fact. */
    private static Optional<String> certain(Published published) {
        return Optional.of(published.getIso())
                .filter(iso -> !published.getPrecision().equals("ambiguous"));
    }

    /** The names of a byline; the publisher's own is an organisation's. */
    private static List<Map<String, Object>> authors(EnrichedArticle article) {
        return article.getBy().stream()
                .flatMap(names -> Stream.of(names.split(", ", -1)))
                .filter(name -> !name.isBlank())
                .map(name -> new Fields()
                        .with(TYPE, isSource(article, name) ? "Organization" : "Person")
                        .with("name", name)
                        .map())
                .toList();
    }

    private static boolean isSource(EnrichedArticle article, String name) {
        return article.getInfoSources().stream()
                .anyMatch(source -> source.getName().equalsIgnoreCase(name));
    }

    private static Optional<Map<String, Object>> publisher(EnrichedArticle article) {
        return article.getInfoSources().stream()
                .filter(source -> source.getRole().equals(PUBLISHER))
                .findFirst()
                .map(source -> new Fields()
                        .with(TYPE, "Organization")
                        .with("name", source.getName())
                        .map());
    }

    private static String credit(EnrichedArticle article) {
        return article.getInfoSources().stream()
                .filter(source -> !source.getRole().equals(PUBLISHER))
                .map(InfoSource::getName)
                .collect(Collectors.joining(", "));
    }

    private static List<Map<String, Object>> mentions(EnrichedArticle article) {
        return Stream.concat(
                        article.getPeople().stream().map(person -> thing("Person", person)),
                        article.getOrganisations().stream().map(body -> thing("Organization", body)))
                .toList();
    }

    private static Map<String, Object> thing(String type, Entity entity) {
        return new Fields()
                .with(TYPE, type)
                .with("name", entity.getName())
                .with("alternateName", entity.getLabel().filter(label -> !label.equals(entity.getName())))
                .with("identifier", entity.getLiteral())
                .map();
    }
}
