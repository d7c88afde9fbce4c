package dev.tidings.streams.extract.item;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.text.vocabulary.NewsMessageVocabulary;
import java.util.Set;

/** Finds the article in a message of an agency. Safe for use by many threads. */
public final class NewsMessageExtractor implements Extractor {

    private static final String NAME = "newsml/1";

    private static final Set<String> MEDIA_TYPES =
            Set.of("application/nitf+xml", "application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.newsml+xml");

    private final ItemArticle articles = new ItemArticle();

    @Override
    public String version() {
        return NAME + ":" + String.join(",", NewsMessageVocabulary.names());
    }

    @Override
    public boolean supportsMediaType(String mediaType) {
        return MEDIA_TYPES.contains(mediaType);
    }

    @Override
    public Extraction extractArticle(Document document) {
        return articles.articleOf(NAME, NewsMessageVocabulary.read(document.content()), document);
    }
}
