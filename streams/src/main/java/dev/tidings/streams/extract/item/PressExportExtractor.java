package dev.tidings.streams.extract.item;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.text.vocabulary.press.PressExport;

/**
 * Finds the article in what an archive of the press delivers as plain text. Safe for use by many threads.
 *
 * @param kind of the archive
 */
public record PressExportExtractor(PressExport kind) implements Extractor {

    private static final String NAME = "press/1";

    private static final ItemArticle ARTICLES = new ItemArticle();

    @Override
    public String version() {
        return NAME + ":" + kind.mapping();
    }

    @Override
    public boolean supportsMediaType(String mediaType) {
        return mediaType.equals(kind.mediaType());
    }

    @Override
    public Extraction extractArticle(Document document) {
        return ARTICLES.articleOf(NAME, kind.read(document.content()), document);
    }
}
