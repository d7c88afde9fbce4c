package dev.tidings.text.vocabulary;

import dev.tidings.text.vocabulary.StatedArticle.Field;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Items of RSS 0.9 to 2.0 and RDF, entries of Atom, addresses of news sitemaps. Safe for use by many threads. */
public final class FeedVocabulary {

    /** Mapping of RSS and RDF. */
    public static final String RSS = "rss/1";
    /** Mapping of Atom. */
    public static final String ATOM = "atom/1";
    /** Mapping of news sitemaps. */
    public static final String SITEMAP = "news-sitemap/1";

    /** {@code jo@example.org (Jo Smith)}; {@code Jo Smith <jo@example.org>}. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("^\\s*\\S+@\\S+\\s*\\((.+)\\)\\s*$");

    private static final Pattern NAME_AND_MAIL = Pattern.compile("^\\s*(.+?)\\s*<\\S+@\\S+>\\s*$");
    private static final Pattern MAIL = Pattern.compile("^\\s*\\S+@\\S+\\.\\S+\\s*$");

    private static final String[] RSS_DATES = {
        "pubDate",
        "dc:date",
        "dcterms:issued",
        "dcterms:created",
        "published",
        "atom:published",
        "date",
        "prism:publicationDate"
    };

    private static final String[] RSS_TEXTS = {
        "content:encoded",
        "xhtml:body",
        "body",
        "yandex:full-text",
        "full-text",
        "fulltext",
        "turbo:content",
        "content",
        "encoded",
        "description",
        "summary",
        "atom:summary",
        "dc:description"
    };

    private FeedVocabulary() {}

    /** Returns the mappings. */
    public static List<String> names() {
        return List.of(RSS, ATOM, SITEMAP);
    }

    /** Returns what an item states; nothing when there is no element in the text. */
    public static StatedArticle read(String xml) {
        return XmlItem.parse(xml)
                .map(item -> switch (item.localName()) {
                    case "entry" -> atom(item);
                    case "url" -> sitemap(item);
                    default -> rss(item);
                })
                .orElseGet(() -> StatedArticle.builder(RSS).build());
    }

    private static StatedArticle rss(XmlItem item) {
        StatedArticle.Builder article = StatedArticle.builder(RSS);
        put(article, Field.ID, item.text("guid").or(() -> item.attribute("rdf:about")));
        put(article, Field.URL, linkOf(item));
        put(article, Field.TITLE, item.text("title", "dc:title"));
        put(article, Field.LANGUAGE, item.text("dc:language", "language").or(() -> item.attribute("xml:lang")));
        put(article, Field.PUBLISHED, item.text(RSS_DATES));
        put(article, Field.MODIFIED, item.text("atom:updated", "dcterms:modified", "updated"));
        item.children(RSS_TEXTS).forEach(element -> article.text(XmlItem.contentOf(element, false)));
        rssAuthors(item).forEach(element -> article.author(nameOf(element)));
        item.children("source", "dc:publisher", "dc:source")
                .forEach(source -> article.credit(XmlItem.textOf(source), "publisher"));
        item.children("category", "dc:subject")
                .forEach(category -> article.joinAttribute("categories", XmlItem.textOf(category)));
        item.children("enclosure").forEach(enclosure -> article.joinAttribute("enclosure", enclosure.attr("url")));
        item.children("media:content", "media:thumbnail")
                .forEach(media -> article.joinAttribute("image", media.attr("url")));
        item.text("dc:rights", "copyright", "media:copyright").ifPresent(rights -> article.attribute("rights", rights));
        return article.build();
    }

    /** One kind of element names the authors; another names the same people again. */
    private static List<Element> rssAuthors(XmlItem item) {
        return Stream.of("dc:creator", "author", "atom:author", "itunes:author")
                .map(item::children)
                .filter(elements -> !elements.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The address of a redirector or tracker stands in the link, that of the article beside it. */
    private static Optional<String> linkOf(XmlItem item) {
        Optional<String> original = item.text("feedburner:origLink");
        Optional<String> link = item.text("link")
                .or(() -> item.children("link", "atom:link").stream()
                        .filter(element -> element.attr("rel").isEmpty()
                                || element.attr("rel").equals("alternate"))
                        .map(element -> element.attr("href"))
                        .filter(address -> !address.isBlank())
                        .findFirst());
        Optional<String> permanent = item.children("guid").stream()
                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                .map(XmlItem::textOf)
                .map(String::strip)
                .filter(address -> address.startsWith("http://") || address.startsWith("https://"))
                .findFirst();
        return original.or(() -> link).or(() -> permanent).or(() -> item.attribute("rdf:about"));
    }

    private static StatedArticle atom(XmlItem item) {
        StatedArticle.Builder article = StatedArticle.builder(ATOM);
        put(article, Field.ID, item.text("id"));
        put(article, Field.URL, item.text("feedburner:origLink").or(() -> atomLink(item)));
        item.children("title").stream()
                .findFirst()
                .ifPresent(title -> article.field(
                        Field.TITLE, XmlItem.contentOf(title, false).content()));
        put(article, Field.LANGUAGE, languageOf(item));
        put(article, Field.PUBLISHED, item.text("published", "issued", "created", "dc:date"));
        put(article, Field.MODIFIED, item.text("updated", "modified"));
        item.children("content", "summary", "media:description").forEach(element -> article.text(atomText(element)));
        item.children("author", "dc:creator").forEach(author -> article.author(nameOf(author)));
        item.children("source")
                .forEach(source -> source.children().stream()
                        .filter(child -> child.tagName().endsWith("title"))
                        .forEach(title -> article.credit(XmlItem.textOf(title), "publisher")));
        item.children("category").forEach(category -> article.joinAttribute("categories", category.attr("term")));
        item.children("link").stream()
                .filter(link -> link.attr("rel").equals("enclosure"))
                .forEach(link -> article.joinAttribute("enclosure", link.attr("href")));
        item.text("rights").ifPresent(rights -> article.attribute("rights", rights));
        return article.build();
    }

    private static StatedText atomText(Element element) {
        String type = element.attr("type");
        return XmlItem.contentOf(element, type.equals("html") || type.equals("text/html"));
    }

    private static Optional<String> languageOf(XmlItem item) {
        return item.children("content").stream()
                .map(content -> content.attr("xml:lang"))
                .filter(tag -> !tag.isEmpty())
                .findFirst()
                .or(() -> item.attribute("xml:lang"))
                .or(() -> item.text("dc:language"));
    }

    /** Alternates may be pages, and feeds of comments; an address that is no page is none of the article. */
    private static Optional<String> atomLink(XmlItem item) {
        List<Element> links = item.children("link").stream()
                .filter(link -> !link.attr("href").isBlank())
                .filter(link -> link.attr("rel").isEmpty() || link.attr("rel").equals("alternate"))
                .toList();
        return links.stream()
                .filter(link -> link.attr("type").isEmpty() || link.attr("type").contains("html"))
                .findFirst()
                .or(() -> links.stream().findFirst())
                .map(link -> link.attr("href").strip());
    }

    private static StatedArticle sitemap(XmlItem item) {
        StatedArticle.Builder article = StatedArticle.builder(SITEMAP);
        put(article, Field.URL, item.text("loc"));
        put(article, Field.MODIFIED, item.text("lastmod"));
        item.children("news:news")
                .forEach(news -> XmlItem.parse(news.outerHtml()).ifPresent(inside -> {
                    put(article, Field.TITLE, inside.text("title"));
                    put(article, Field.PUBLISHED, inside.text("publication_date"));
                    inside.text("keywords").ifPresent(words -> article.attribute("keywords", words));
                    inside.descendants("name").forEach(name -> article.credit(XmlItem.textOf(name), "publisher"));
                    inside.descendants("language").forEach(tag -> article.field(Field.LANGUAGE, XmlItem.textOf(tag)));
                }));
        item.children("image:image").stream()
                .flatMap(image -> image.children().stream())
                .filter(child -> child.tagName().endsWith("loc"))
                .forEach(address -> article.joinAttribute("image", XmlItem.textOf(address)));
        return article.build();
    }

    /** A person may be an element with a name in it, a name, an address of mail and a name. */
    private static String nameOf(Element element) {
        Optional<Element> inner = element.children().stream()
                .filter(child -> child.tagName().endsWith("name"))
                .findFirst();
        String text = XmlItem.textOf(inner.orElse(element)).strip();
        for (Pattern form : List.of(MAIL_AND_NAME, NAME_AND_MAIL)) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return MAIL.matcher(text).matches() ? "" : text;
    }

    private static void put(StatedArticle.Builder article, Field field, Optional<String> value) {
        value.ifPresent(text -> article.field(field, text));
    }
}
