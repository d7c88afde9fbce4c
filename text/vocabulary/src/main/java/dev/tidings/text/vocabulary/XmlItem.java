package dev.tidings.text.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;

/**
 * An element of XML that is or holds an article, with its parts by short names: {@code content:encoded} whatever prefix a
 * source gives the namespace, without prefix what is of the element's own. Tolerant of what XML is not: bare ampersands,
 * entities of HTML, tags that are not closed. No entity is defined, nothing is fetched.
 */
final class XmlItem {

    /** Parts of the addresses of namespaces, in lower case, and the prefix that everybody knows them by. */
    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.ofEntries(
            Map.entry("modules/content", "content"),
            Map.entry("dc/elements", "dc"),
            Map.entry("dc/terms", "dcterms"),
            Map.entry("mrss", "media"),
            Map.entry("itunes", "itunes"),
            Map.entry("2005/atom", "atom"),
            Map.entry("purl.org/atom", "atom"),
            Map.entry("sitemap-news", "news"),
            Map.entry("sitemap-image", "image"),
            Map.entry("yandex", "yandex"),
            Map.entry("feedburner", "feedburner"),
            Map.entry("1999/xhtml", "xhtml"),
            Map.entry("prismstandard", "prism")));

    private final Element root;
    private final Map<String, String> shortPrefixes = new TreeMap<>();

    private XmlItem(Element root) {
        this.root = root;
        for (Attribute attribute : root.attributes()) {
            if (attribute.getKey().startsWith("xmlns:")) {
                String address = attribute.getValue().toLowerCase(Locale.ROOT);
                String prefix = attribute.getKey().substring("xmlns:".length());
                PREFIXES.entrySet().stream()
                        .filter(known -> address.contains(known.getKey()))
                        .findFirst()
                        .ifPresent(known -> shortPrefixes.put(prefix, known.getValue()));
            }
        }
    }

    /** Parses an element; what stands around it is left out. */
    static Optional<XmlItem> parse(String xml) {
        Element document = Jsoup.parse(xml, "", Parser.xmlParser());
        return document.children().stream().findFirst().map(XmlItem::new);
    }

    /** Returns the name of the element without its prefix. */
    String localName() {
        return localNameOf(root);
    }

    Element root() {
        return root;
    }

    private static String localNameOf(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** Returns the name with the prefix that everybody knows; without one when it is the root's own. */
    private String shortName(Element element) {
        String name = element.tagName();
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name;
        }
        String prefix = name.substring(0, colon);
        boolean own = root.tagName().startsWith(prefix + ":");
        return own ? name.substring(colon + 1) : shortPrefixes.getOrDefault(prefix, prefix) + name.substring(colon);
    }

    /** Returns the children of the element with one of the names, those of the first name first. */
    List<Element> children(String... names) {
        return Stream.of(names)
                .flatMap(name -> root.children().stream()
                        .filter(child -> shortName(child).equalsIgnoreCase(name)))
                .toList();
    }

    /** Returns all elements below with a local name, in their order. */
    List<Element> descendants(String localName) {
        return root.getAllElements().stream()
                .filter(element -> !element.equals(root) && localNameOf(element).equalsIgnoreCase(localName))
                .toList();
    }

    /** Returns the words of the first child with one of the names that has any. */
    Optional<String> text(String... names) {
        return children(names).stream()
                .map(XmlItem::textOf)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** Returns the value of an attribute of the element; empty when it has none. */
    Optional<String> attribute(String name) {
        return Optional.of(root.attr(name)).filter(value -> !value.isBlank());
    }

    /** Returns the characters of an element, CDATA among them, and of its tags nothing. */
    static String textOf(Element element) {
        return element.wholeText();
    }

    /** Returns what an element holds: its characters, or its markup when it has any. */
    static StatedText contentOf(Element element, boolean html) {
        return element.children().isEmpty()
                ? (html ? new StatedText(textOf(element), true) : StatedText.ofUnknown(textOf(element)))
                : new StatedText(withoutPrefixes(element), true);
    }

    /** XHTML in a feed may have a prefix on every tag. */
    private static String withoutPrefixes(Element element) {
        for (Element inner : element.getAllElements()) {
            if (!inner.equals(element) && inner.tagName().indexOf(':') > 0) {
                inner.tagName(localNameOf(inner).toLowerCase(Locale.ROOT));
            }
        }
        return element.childNodes().stream()
                .filter(node -> !(node instanceof XmlDeclaration))
                .map(Node::outerHtml)
                .collect(Collectors.joining());
    }
}
