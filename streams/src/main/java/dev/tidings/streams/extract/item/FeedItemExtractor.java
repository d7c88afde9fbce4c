package dev.tidings.streams.extract.item;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.text.vocabulary.FeedVocabulary;
import java.util.Set;

/** Finds the article in an item of a feed. Safe for use by many threads. */
public final class FeedItemExtractor implements Extractor {

    private static final String NAME = "feed/1";

    private static final Set<String> MEDIA_TYPES =
            Set.of("application/rss+xml", "application/atom+xml", "application/x-news-sitemap+xml");

    private final ItemArticle articles = new ItemArticle();

    @Override
    public String version() {
        return NAME + ":" + String.join(",", FeedVocabulary.names());
    }

    @Override
    public boolean supportsMediaType(String mediaType) {
        return MEDIA_TYPES.contains(mediaType);
    }

    @Override
    public Extraction extractArticle(Document document) {
        return articles.articleOf(NAME, FeedVocabulary.read(document.content()), document);
    }
}
