package dev.tidings.consumer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.tidings.schemas.Block;
import dev.tidings.schemas.BlockRole;
import dev.tidings.schemas.Description;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Entity;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.InfoSource;
import dev.tidings.schemas.Keyword;
import dev.tidings.schemas.Published;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {

    private static final String ID = "7862ad32-1632-587d-8b1c-0a1b2c3d4e5f";

    @Test
    void anArticleIsANewsObjectOfNinjs() {
        Map<String, Object> item = Ninjs.ninjsOf(full());
        assertThat(item).containsEntry("uri", "urn:uuid:" + ID);
        assertThat(URI.create((String) item.get("uri")).isAbsolute()).isTrue();
        assertThat(item)
                .containsEntry("type", "text")
                .containsEntry("representationType", "full")
                .containsEntry("version", "2")
                .containsEntry("contentCreated", "2021-09-29T14:05:00+03:00")
                .containsEntry("language", "ckb")
                .containsEntry("by", "ئارام ڕەشید")
                .containsEntry("located", "هەولێر")
                .containsEntry(
                        "headlines",
                        List.of(Map.of("role", "main", "contentType", "text/plain", "value", "کۆبوونەوەی سۆچی")))
                .containsEntry(
                        "descriptions",
                        List.of(Map.of("role", "summary", "contentType", "text/plain", "value", "کورتە")))
                .containsEntry(
                        "bodies",
                        List.of(Map.of(
                                "role",
                                "main",
                                "contentType",
                                "text/plain",
                                "charCount",
                                8L,
                                "wordCount",
                                5L,
                                "value",
                                "دەقی هەواڵ")))
                .containsEntry(
                        "infoSources",
                        List.of(Map.of("name", "ڕووداو", "role", "publisher"), Map.of("name", "AFP", "role", "photo")))
                .containsEntry("people", List.of(Map.of("name", "پووتین", "rel", "about")))
                .containsEntry("places", List.of(Map.of("name", "رووسیا", "rel", "mentions", "literal", "RU")))
                .containsEntry(
                        "altIds",
                        List.of(
                                Map.of("role", "input", "value", "news/a.html"),
                                Map.of("role", "url", "value", "https://a.example/x")));
        assertThat(item.get("standard"))
                .asInstanceOf(MAP)
                .containsEntry("name", "ninjs")
                .containsEntry("version", "3.1");
    }

    @Test
    void anArticleIsANewsArticleOfSchemaOrg() {
        Map<String, Object> item = NewsArticles.newsArticleOf(full());
        assertThat(item)
                .containsEntry("@context", "https://schema.org")
                .containsEntry("@type", "NewsArticle")
                .containsEntry("identifier", "urn:uuid:" + ID)
                .containsEntry("url", "https://a.example/x")
                .containsEntry("headline", "کۆبوونەوەی سۆچی")
                .containsEntry("inLanguage", "ckb")
                .containsEntry("datePublished", "2021-09-29T14:05:00+03:00")
                .containsEntry("author", List.of(Map.of("@type", "Person", "name", "ئارام ڕەشید")))
                .containsEntry("dateline", "هەولێر")
                .containsEntry("publisher", Map.of("@type", "Organization", "name", "ڕووداو"))
                .containsEntry("creditText", "AFP")
                .containsEntry("abstract", "کورتە")
                .containsEntry("articleBody", "دەقی هەواڵ")
                .containsEntry("wordCount", 5L)
                .containsEntry("timeRequired", "PT1M")
                .containsEntry("keywords", List.of("سۆچی"))
                .containsEntry(
                        "mentions",
                        List.of(Map.of("@type", "Person", "name", "پووتین", "alternateName", "Vladimir Putin")))
                .containsEntry(
                        "contentLocation",
                        List.of(Map.of(
                                "@type", "Country", "name", "رووسیا", "alternateName", "Russia", "identifier", "RU")));
    }

    @Test
    void whatIsNotKnownIsNotThere() {
        EnrichedArticle bare = EnrichedArticle.newBuilder()
                .setArticleId(ID)
                .setText("x")
                .setBlocks(List.of(new Block(0L, 1L, BlockRole.PARAGRAPH, true)))
                .build();
        assertThat(Ninjs.ninjsOf(bare))
                .containsOnlyKeys("uri", "standard", "type", "representationType", "version", "bodies");
        assertThat(NewsArticles.newsArticleOf(bare))
                .containsOnlyKeys("@context", "@type", "identifier", "version", "articleBody");
    }

    @ParameterizedTest
    @CsvSource({"2021-09-29,day", "2021-09-29T14:05,minute", "2021-09-08,ambiguous"})
    void anInstantIsNotMadeOfADay(String iso, String precision) {
        EnrichedArticle article = EnrichedArticle.newBuilder()
                .setArticleId(ID)
                .setPublished(new Published(iso, precision, "metadata", iso))
                .build();
        assertThat(Ninjs.ninjsOf(article)).doesNotContainKey("contentCreated");
        assertThat(NewsArticles.newsArticleOf(article).containsKey("datePublished"))
                .isNotEqualTo(precision.equals("ambiguous"));
    }

    private static EnrichedArticle full() {
        return EnrichedArticle.newBuilder()
                .setArticleId(ID)
                .setUri("news/a.html")
                .setRevision(2)
                .setCanonicalUrl("https://a.example/x")
                .setLanguage("ckb")
                .setHeadlines(List.of(new Headline("main", "کۆبوونەوەی سۆچی")))
                .setText("کۆبوونەوەی سۆچی\n\nدەقی هەواڵ")
                .setBlocks(List.of(
                        new Block(0L, 17L, BlockRole.HEADLINE, false), new Block(17L, 27L, BlockRole.PARAGRAPH, true)))
                .setCharCount(8)
                .setWordCount(5)
                .setTimeRequired("PT1M")
                .setBy("ئارام ڕەشید")
                .setLocated("هەولێر")
                .setPublished(
                        new Published("2021-09-29T14:05:00+03:00", "second", "markup", "2021-09-29T14:05:00+03:00"))
                .setInfoSources(List.of(new InfoSource("ڕووداو", "publisher"), new InfoSource("AFP", "photo")))
                .setDescriptions(List.of(new Description("summary", "کورتە")))
                .setKeywords(List.of(new Keyword("سۆچی", 0.9)))
                .setPeople(List.of(Entity.newBuilder()
                        .setName("پووتین")
                        .setLabel("Vladimir Putin")
                        .setRel("about")
                        .setType("person")
                        .build()))
                .setPlaces(List.of(Entity.newBuilder()
                        .setName("رووسیا")
                        .setLabel("Russia")
                        .setRel("mentions")
                        .setType("country")
                        .setLiteral("RU")
                        .build()))
                .build();
    }
}
