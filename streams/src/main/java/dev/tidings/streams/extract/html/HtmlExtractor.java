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
 * Finds the article in a web page: what the page says about itself, its paragraphs by their density. The text is rendered:
 * title, lead, paragraphs and captions with a blank line between; menus and other articles are left out. Makes no request.
 * Safe for use by many threads.
 */
public final class HtmlExtractor implements Extractor {

    private static final String VERSION = "html/3";

    /** A page whose script would bring the text has a second copy of it in its data. */
    private static final int LEAST_BODY = 100;

    private final CueLines cues = new CueLines();

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
    }

    @Override
    public Extraction extract(Document document) {
        org.jsoup.nodes.Document page = Jsoup.parse(document.content(), "", Parser.htmlParser());
        MetaTags meta = new MetaTags(page);
        LinkedData linked = LinkedData.of(page);
        PageMetadataExtractor statements = new PageMetadataExtractor(page, meta, linked);
        DocumentMetadata stated = statements.read();
        PageTitle titles = new PageTitle(page, meta, linked);
        Optional<Title> title = title(document, titles);
        PageArticle found = find(page, linked, titles(title, titles), stated);
        Rendering rendering = render(found, linked, title.map(Title::text));
        List<TextBlock> textBlocks = new ArrayList<>(rendering.blocks());
        cues.mark(rendering.text(), textBlocks);
        boolean article =
                textBlocks.stream().anyMatch(textBlock -> textBlock.role().isBody());
        return new Extraction(
                rendering.text(),
                textBlocks,
                title,
                VERSION,
                flags(document.content(), article, Math.max(linked.articles(), found.articles()) > 1, statements),
                located(rendering.text(), textBlocks, stated));
    }

    private static Optional<Title> title(Document document, PageTitle titles) {
        Optional<Title> supplied = document.suppliedTitle()
                .filter(title -> !Title.oneLine(title).isEmpty())
                .map(title -> new Title(title, Title.Origin.SUPPLIED));
        return supplied.or(() -> titles.text().map(title -> new Title(title, Title.Origin.MARKUP)));
    }

    private static List<String> titles(Optional<Title> title, PageTitle titles) {
        return Stream.concat(title.map(Title::text).stream(), titles.all().stream())
                .toList();
    }

    private static PageArticle find(
            org.jsoup.nodes.Document page, LinkedData linked, List<String> titles, DocumentMetadata stated) {
        List<TextRun> leaves = TextRunExtractor.read(page.body());
        ArticleFinder finder = new ArticleFinder(leaves, linked.body().map(ArticleText::new));
        return new PageArticle(leaves, finder, titles, stated);
    }

    private static Rendering render(PageArticle article, LinkedData linked, Optional<String> title) {
        Rendering rendering = new Rendering();
        title.ifPresent(text -> rendering.add(text, TextBlockRole.HEADLINE));
        article.write(rendering);
        if (rendering.bodyLength() < LEAST_BODY) {
            linked.body()
                    .filter(copy -> copy.length() > LEAST_BODY)
                    .ifPresent(copy -> LinkedData.paragraphs(copy)
                            .forEach(paragraph -> rendering.add(paragraph, TextBlockRole.PARAGRAPH)));
        }
        return rendering;
    }

    private static List<String> flags(
            String markup, boolean article, boolean several, PageMetadataExtractor statements) {
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
        if (statements.hasInvalidDate()) {
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

    private static int lastOf(String tag, String markup) {
        int at = Math.max(-1, markup.length() - tag.length());
        while (at >= 0 && !markup.regionMatches(true, at, tag, 0, tag.length())) {
            at--;
        }
        return at;
    }

    private static DocumentMetadata located(String text, List<TextBlock> textBlocks, DocumentMetadata stated) {
        return textBlocks.stream()
                .filter(textBlock -> textBlock.role() == TextBlockRole.PARAGRAPH)
                .findFirst()
                .flatMap(textBlock -> Dateline.of(textBlock.content(text)))
                .map(stated::locatedAt)
                .orElse(stated);
    }
}
