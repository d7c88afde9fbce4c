package dev.tidings.streams.extract.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidings.streams.extract.Title;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about its article in JSON-LD by schema.org.
 *
 * @param article the article's object; empty when there is none
 * @param articles how many articles with a text of their own the page describes
 * @param pageDate when the page itself says it was published, which tells of an article that has no date of its own
 */
record LinkedData(JsonNode article, int articles, Optional<String> pageDate) {

    private static final int MAX_NODES = 20_000;

    /** Lists of other articles, and what an article only mentions. */
    private static final Set<String> ELSEWHERE = Set.of(
            "itemListElement",
            "hasPart",
            "isPartOf",
            "mentions",
            "citation",
            "relatedLink",
            "significantLink",
            "comment",
            "liveBlogUpdate",
            "blogPost",
            "review");

    /** Pages write it by hand: what can be understood is. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    static LinkedData of(Document page) {
        List<JsonNode> nodes = new ArrayList<>();
        for (Element script : page.getElementsByTag("script")) {
            parseJson(isLinkedData(script) ? script.data() : "").ifPresent(root -> collectObjects(root, nodes));
        }
        List<JsonNode> articles = nodes.stream().filter(LinkedData::isArticle).toList();
        JsonNode best = articles.stream()
                .max(Comparator.comparingInt(LinkedData::completeness))
                .orElse(JSON.createObjectNode());
        long told = articles.stream()
                .map(article -> article.path("headline").asText())
                .filter(headline -> !headline.isEmpty())
                .distinct()
                .count();
        Optional<String> pageDate = nodes.stream()
                .filter(LinkedData::isPage)
                .flatMap(node -> plainText(node.path("datePublished")).stream())
                .findFirst();
        return new LinkedData(best, (int) told, pageDate);
    }

    private static boolean isLinkedData(Element script) {
        return script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
    }

    private static Optional<JsonNode> parseJson(String data) {
        int start = Math.max(0, Math.min(hasCharAt(data, '{'), hasCharAt(data, '[')));
        int end = Math.max(data.lastIndexOf('}'), data.lastIndexOf(']')) + 1;
        try {
            return end <= start ? Optional.empty() : Optional.of(JSON.readTree(data.substring(start, end)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static int hasCharAt(String data, char bracket) {
        int index = data.indexOf(bracket);
        return index < 0 ? data.length() : index;
    }

    /** Walks without recursion, breadth first, so that what is told of the page itself comes before its parts. */
    private static void collectObjects(JsonNode root, List<JsonNode> nodes) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            JsonNode node = open.removeFirst();
            if (node.has("@type")) {
                nodes.add(node);
            }
            node.properties().stream()
                    .filter(property -> !ELSEWHERE.contains(property.getKey()))
                    .filter(property -> property.getValue().isContainerNode())
                    .forEach(property -> open.addLast(property.getValue()));
            if (node.isArray()) {
                node.forEach(open::addLast);
            }
        }
    }

    private static boolean isArticle(JsonNode node) {
        return typesOf(node)
                .anyMatch(name -> name.endsWith("Article")
                        || name.endsWith("BlogPosting")
                        || name.endsWith("Report")
                        || name.equals("Review"));
    }

    private static boolean isPage(JsonNode node) {
        return typesOf(node)
                .anyMatch(name -> name.endsWith("Page") || name.equals("ClaimReview") || name.equals("CreativeWork"));
    }

    private static Stream<String> typesOf(JsonNode node) {
        return valuesOf(node.path("@type")).map(JsonNode::asText);
    }

    private static int completeness(JsonNode article) {
        return (article.path("headline").isTextual() ? 4 : 0)
                + (article.path("datePublished").isTextual() ? 2 : 0)
                + (article.has("author") ? 1 : 0)
                + (article.path("articleBody").isTextual() ? 2 : 0);
    }

    /** Returns a property as a plain text on one line. */
    Optional<String> textProperty(String property) {
        return plainText(article.path(property));
    }

    /** Returns the article's own text as it stands there, entities and all. */
    Optional<String> articleBody() {
        return Optional.of(article.path("articleBody"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(body -> !body.isBlank());
    }

    /** Returns the names of people or organisations of a property, in their order, none twice. */
    List<String> namesOf(String property) {
        return valuesOf(article.path(property))
                .map(person -> person.isTextual() ? person : person.path("name"))
                .flatMap(LinkedData::valuesOf)
                .flatMap(name -> plainText(name).stream())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> valuesOf(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    /** Returns the paragraphs of a text that may be marked up, or has lost its line breaks to the markup. */
    static List<String> splitParagraphs(String text) {
        if (text.indexOf('<') >= 0 && text.indexOf('>') >= 0) {
            return TextRunExtractor.readRuns(Jsoup.parseBodyFragment(text).body()).stream()
                    .map(TextRun::text)
                    .toList();
        }
        return text.lines()
                .map(LinkedData::withoutMarkup)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Optional<String> plainText(JsonNode node) {
        return node.isTextual()
                ? Optional.of(withoutMarkup(node.asText())).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Many write their JSON with the tags and entities of the page. */
    static String withoutMarkup(String text) {
        boolean marked = text.indexOf('&') >= 0 || text.indexOf('<') >= 0;
        return marked
                ? TextRunExtractor.singleLineText(Jsoup.parseBodyFragment(text).body())
                : Title.oneLine(text);
    }
}
