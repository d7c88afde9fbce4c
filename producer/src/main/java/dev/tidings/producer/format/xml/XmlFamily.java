package dev.tidings.producer.format.xml;

import dev.tidings.schemas.SourceFormat;
import dev.tidings.text.vocabulary.FeedVocabulary;
import dev.tidings.text.vocabulary.NewsMessageVocabulary;
import dev.tidings.text.vocabulary.StatedArticle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Documents by the name of their root: which elements are articles, and what they are.
 *
 * @param roots names of the root, without prefix
 * @param items names of elements that are articles
 * @param others names of elements that stand where articles do and are something else
 * @param format format of an article
 * @param mediaType media type of an article
 * @param vocabulary reads what an article states
 */
record XmlFamily(
        Set<String> roots,
        Set<String> items,
        Set<String> others,
        SourceFormat format,
        String mediaType,
        Function<String, StatedArticle> vocabulary) {

    private static final List<XmlFamily> ALL = List.of(
            new XmlFamily(
                    Set.of("rss", "RDF", "channel"),
                    Set.of("item"),
                    Set.of(),
                    SourceFormat.RSS,
                    "application/rss+xml",
                    FeedVocabulary::read),
            new XmlFamily(
                    Set.of("feed", "entry"),
                    Set.of("entry"),
                    Set.of(),
                    SourceFormat.ATOM,
                    "application/atom+xml",
                    FeedVocabulary::read),
            new XmlFamily(
                    Set.of("urlset"),
                    Set.of("url"),
                    Set.of(),
                    SourceFormat.UNKNOWN,
                    "application/x-news-sitemap+xml",
                    FeedVocabulary::read),
            new XmlFamily(
                    Set.of("nitf"),
                    Set.of("nitf"),
                    Set.of(),
                    SourceFormat.NITF,
                    "application/nitf+xml",
                    NewsMessageVocabulary::read),
            new XmlFamily(
                    Set.of("newsMessage", "newsItem"),
                    Set.of("newsItem"),
                    Set.of("packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"),
                    SourceFormat.NEWSML_G2,
                    "application/vnd.iptc.g2.newsitem+xml",
                    NewsMessageVocabulary::read),
            new XmlFamily(
                    Set.of("NewsML"),
                    Set.of("NewsItem"),
                    Set.of(),
                    SourceFormat.UNKNOWN,
                    "application/vnd.iptc.newsml+xml",
                    NewsMessageVocabulary::read));

    static Optional<XmlFamily> ofRoot(String localName) {
        return ALL.stream().filter(family -> family.roots.contains(localName)).findFirst();
    }

    /** Returns whether an element is an article. */
    boolean isItem(String localName) {
        return items.contains(localName);
    }

    /** Returns whether an element stands where articles do and is something else. */
    boolean isOther(String localName) {
        return others.contains(localName);
    }

    StatedArticle read(String xml) {
        return vocabulary.apply(xml);
    }
}
