package dev.tidings.text.vocabulary;

import dev.tidings.text.vocabulary.StatedArticle.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Messages of agencies: NITF, NewsML-G2, NewsML 1. Pictures, packages and events state nothing. For many threads. */
public final class NewsMessageVocabulary {

    /** Mapping of NITF. */
    public static final String NITF = "nitf/1";
    /** Mapping of NewsML-G2. */
    public static final String NEWSML_G2 = "newsml-g2/1";
    /** Mapping of NewsML 1. */
    public static final String NEWSML_1 = "newsml-1/1";

    private NewsMessageVocabulary() {}

    /** Returns the mappings. */
    public static List<String> names() {
        return List.of(NITF, NEWSML_G2, NEWSML_1);
    }

    /** Returns what a message states; nothing when there is no element in the text. */
    public static StatedArticle read(String xml) {
        return XmlItem.parse(xml)
                .map(item -> switch (item.localName()) {
                    case "nitf" -> nitf(item);
                    case "NewsItem" -> newsml(item);
                    default -> newsItem(item);
                })
                .orElseGet(() -> StatedArticle.builder(NITF).build());
    }

    private static StatedArticle nitf(XmlItem item) {
        StatedArticle.Builder article = StatedArticle.builder(NITF);
        put(article, Field.ID, attribute(item, "doc-id", "id-string"));
        put(article, Field.TITLE, first(item, "hl1", "hedline", "title"));
        put(
                article,
                Field.PUBLISHED,
                attribute(item, "date.issue", "norm")
                        .or(() -> attribute(item, "date.release", "norm"))
                        .or(() -> attribute(item, "story.date", "norm")));
        put(article, Field.LANGUAGE, item.attribute("xml:lang"));
        put(article, Field.LEAD, first(item, "abstract"));
        item.descendants("byline").stream().findFirst().ifPresent(byline -> readByline(byline, article));
        put(article, "urgency", attribute(item, "urgency", "ed-urg"));
        put(article, "rights", attribute(item, "doc.copyright", "holder"));
        put(article, "located", first(item, "dateline"));
        readBody(item.root(), article);
        return article.build();
    }

    private static void readByline(Element byline, StatedArticle.Builder article) {
        article.field(Field.BYLINE, XmlItem.textOf(byline));
        byline.getAllElements().stream()
                .filter(element -> element.tagName().equals("person"))
                .forEach(person -> article.author(XmlItem.textOf(person)));
    }

    private static StatedArticle newsItem(XmlItem item) {
        StatedArticle.Builder article = StatedArticle.builder(NEWSML_G2);
        put(article, Field.ID, item.attribute("guid"));
        String kind = attribute(item, "itemClass", "qcode").orElse("text").toLowerCase(Locale.ROOT);
        if (!kind.endsWith("text") && !kind.endsWith("composite")) {
            return article.build();
        }
        put(article, Field.TITLE, first(item, "headline"));
        put(article, Field.PUBLISHED, first(item, "contentCreated", "firstCreated", "versionCreated"));
        put(article, Field.MODIFIED, first(item, "contentModified", "versionCreated"));
        put(article, Field.LANGUAGE, attribute(item, "language", "tag").or(() -> item.attribute("xml:lang")));
        put(article, Field.BYLINE, first(item, "by"));
        put(article, Field.LEAD, first(item, "description"));
        namesIn(item, "creator").forEach(article::author);
        namesIn(item, "infoSource").forEach(name -> article.credit(name, "agency"));
        namesIn(item, "provider").forEach(name -> article.credit(name, "publisher"));
        namesIn(item, "subject").forEach(name -> article.joinAttribute("categories", name));
        put(article, "version", item.attribute("version"));
        put(article, "urgency", first(item, "urgency"));
        put(article, "pubStatus", attribute(item, "pubStatus", "qcode"));
        put(article, "embargoed", first(item, "embargoed"));
        put(article, "rights", first(item, "copyrightNotice"));
        put(article, "slugline", first(item, "slugline"));
        item.descendants("inlineXML").forEach(content -> readBody(content, article));
        item.descendants("inlineData").forEach(content -> article.text(XmlItem.contentOf(content, false)));
        return article.build();
    }

    private static StatedArticle newsml(XmlItem item) {
        StatedArticle.Builder article = StatedArticle.builder(NEWSML_1);
        put(article, Field.ID, first(item, "PublicIdentifier", "NewsItemId"));
        if (item.descendants("DataContent").isEmpty()) {
            return article.build();
        }
        put(article, Field.TITLE, first(item, "HeadLine"));
        put(article, Field.BYLINE, first(item, "ByLine"));
        put(article, Field.PUBLISHED, first(item, "FirstCreated"));
        put(article, Field.MODIFIED, first(item, "ThisRevisionCreated"));
        put(article, Field.LANGUAGE, attribute(item, "Language", "FormalName").or(() -> item.attribute("xml:lang")));
        put(article, "version", first(item, "RevisionId"));
        put(article, "pubStatus", attribute(item, "Status", "FormalName"));
        put(article, "urgency", attribute(item, "Urgency", "FormalName"));
        put(article, "rights", first(item, "CopyrightLine"));
        item.descendants("DataContent").forEach(content -> readBody(content, article));
        return article.build();
    }

    /** The text stands in the body of NITF or of a page, or right in the element. */
    private static void readBody(Element around, StatedArticle.Builder article) {
        Element body = Stream.of("body.content", "body")
                .flatMap(name -> around.getAllElements().stream()
                        .filter(element -> localName(element).equalsIgnoreCase(name)))
                .findFirst()
                .orElse(around);
        body.getAllElements().stream()
                .filter(element -> localName(element).equalsIgnoreCase("media"))
                .toList()
                .forEach(Element::remove);
        article.text(XmlItem.contentOf(body, true));
    }

    private static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static Optional<String> first(XmlItem item, String... names) {
        return Stream.of(names)
                .flatMap(name -> item.descendants(name).stream())
                .map(XmlItem::textOf)
                .map(text -> text.lines()
                        .map(String::strip)
                        .collect(Collectors.joining(" "))
                        .strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Optional<String> attribute(XmlItem item, String element, String name) {
        return item.descendants(element).stream()
                .map(found -> found.attr(name))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Of a person or subject the name, of one known by code alone nothing. */
    private static List<String> namesIn(XmlItem item, String element) {
        return item.descendants(element).stream()
                .flatMap(found -> found.children().stream()
                        .filter(child -> localName(child).equals("name"))
                        .limit(1))
                .map(XmlItem::textOf)
                .toList();
    }

    private static void put(StatedArticle.Builder article, Field field, Optional<String> value) {
        value.ifPresent(text -> article.field(field, text));
    }

    private static void put(StatedArticle.Builder article, String attribute, Optional<String> value) {
        value.ifPresent(text -> article.attribute(attribute, text));
    }
}
