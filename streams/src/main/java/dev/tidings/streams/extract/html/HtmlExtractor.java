package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.CueLines;
import dev.tidings.streams.extract.Dateline;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import dev.tidings.streams.extract.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * Finds the article in a web page: what the page says about itself, its paragraphs by their density. The text is
 * rendered: title, lead, paragraphs and captions with a blank line between; menus and other articles are left out.
 * Makes no request. Safe for use by many threads.
 */
public final class HtmlExtractor implements Extractor {

    private static final String VERSION = "html/3";

    /** A page whose script would bring the text has a second copy of it in its data. */
    private static final int MIN_BODY_CHARS = 100;

    private final CueLines cues = new CueLines();

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public boolean supportsMediaType(String mediaType) {
        return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
    }

    @Override
    public Extraction extractArticle(Document document) {
        org.jsoup.nodes.Document page = Jsoup.parse(document.content(), "", Parser.htmlParser());
        MetaTags meta = new MetaTags(page);
        LinkedData linked = LinkedData.of(page);
        PageMetadataExtractor metadataExtractor = new PageMetadataExtractor(page, meta, linked);
        DocumentMetadata stated = metadataExtractor.readMetadata();
        PageTitle titles = new PageTitle(page, meta, linked);
        Optional<Title> title = titleOf(document, titles);
        PageArticle found = findArticle(page, linked, titlesOf(title, titles), stated);
        Rendering rendering = renderArticle(found, linked, title.map(Title::text));
        List<TextBlock> textBlocks = new ArrayList<>(rendering.blocks());
        cues.markBlocks(rendering.text(), textBlocks);
        boolean article =
                textBlocks.stream().anyMatch(textBlock -> textBlock.role().isBody());
        return new Extraction(
                rendering.text(),
                textBlocks,
                title,
                VERSION,
                flagsOf(
                        document.content(),
                        article,
                        Math.max(linked.articles(), found.articleElementCount()) > 1,
                        metadataExtractor),
                locateTitle(rendering.text(), textBlocks, stated));
    }

    private static Optional<Title> titleOf(Document document, PageTitle titles) {
        Optional<Title> supplied = document.suppliedTitle()
                .filter(title -> !Title.oneLine(title).isEmpty())
                .map(title -> new Title(title, Title.Origin.SUPPLIED));
        return supplied.or(() -> titles.titleText().map(title -> new Title(title, Title.Origin.MARKUP)));
    }

    private static List<String> titlesOf(Optional<Title> title, PageTitle titles) {
        return Stream.concat(title.map(Title::text).stream(), titles.allTitles().stream())
                .toList();
    }

    private static PageArticle findArticle(
            org.jsoup.nodes.Document page, LinkedData linked, List<String> titles, DocumentMetadata stated) {
        List<TextRun> textRuns = TextRunExtractor.readRuns(page.body());
        ArticleFinder finder = new ArticleFinder(textRuns, linked.articleBody().map(ArticleText::new));
        return new PageArticle(textRuns, finder, titles, stated);
    }

    private static Rendering renderArticle(PageArticle article, LinkedData linked, Optional<String> title) {
        Rendering rendering = new Rendering();
        title.ifPresent(text -> rendering.addParagraph(text, TextBlockRole.HEADLINE));
        article.writeParagraphs(rendering);
        if (rendering.bodyLength() < MIN_BODY_CHARS) {
            linked.articleBody()
                    .filter(copy -> copy.length() > MIN_BODY_CHARS)
                    .ifPresent(copy -> LinkedData.splitParagraphs(copy)
                            .forEach(paragraph -> rendering.addParagraph(paragraph, TextBlockRole.PARAGRAPH)));
        }
        return rendering;
    }

    private static List<String> flagsOf(
            String markup, boolean article, boolean several, PageMetadataExtractor metadataExtractor) {
        List<String> flags = new ArrayList<>();
        if (neverEnds(markup)) {
            flags.add(Extraction.MALFORMED);
        }
        if (!article) {
            flags.add(Extraction.NO_ARTICLE);
        }
        if (several) {
            flags.add(Extraction.MULTIPLE_ARTICLES);
        }
        if (metadataExtractor.hasInvalidDate()) {
            flags.add(Extraction.DATE_INVALID);
        }
        return flags;
    }

    /** Returns whether the last comment or script stays open. */
    private static boolean neverEnds(String markup) {
        int script = lastOf("<script", markup);
        int scriptEnd = lastOf("</script", markup);
        int comment = markup.lastIndexOf("<!--");
        return script > scriptEnd || (comment > scriptEnd && comment > markup.lastIndexOf("-->"));
    }

    /** Most of a page is between its signs {@code <}, so only these are looked at. */
    private static int lastOf(String tag, String markup) {
        int at = markup.lastIndexOf('<');
        while (at >= 0 && !markup.regionMatches(true, at, tag, 0, tag.length())) {
            at = markup.lastIndexOf('<', at - 1);
        }
        return at;
    }

    private static DocumentMetadata locateTitle(String text, List<TextBlock> textBlocks, DocumentMetadata stated) {
        return textBlocks.stream()
                .filter(textBlock -> textBlock.role() == TextBlockRole.PARAGRAPH)
                .findFirst()
                .flatMap(textBlock -> Dateline.of(textBlock.visibleText(text)))
                .map(stated::locatedAt)
                .orElse(stated);
    }
}
