package dev.tidings.streams.extract.item;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.StatedText;
import dev.tidings.text.vocabulary.markdown.MarkdownDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Finds the article in Markdown: the title is that of the front matter, else a heading of the first level above
 * everything else. What the Markdown names is not fetched. Safe for use by many threads.
 */
public final class MarkdownExtractor implements Extractor {

    private static final String NAME = MarkdownDocument.MAPPING + ":commonmark-0.32";

    /** Deeper quotes and lists are those of nobody who writes. */
    private static final int MAX_NESTING = 100;

    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    private final HtmlRenderer html = HtmlRenderer.builder().build();
    private final TextContentRenderer words = TextContentRenderer.builder().build();
    private final ItemArticle articles = new ItemArticle();

    @Override
    public String version() {
        return NAME;
    }

    @Override
    public boolean supportsMediaType(String mediaType) {
        return mediaType.equals(MarkdownDocument.MEDIA_TYPE);
    }

    @Override
    public Extraction extractArticle(Document document) {
        MarkdownDocument read = MarkdownDocument.read(document.content());
        Node body = parser.parse(read.body());
        StatedArticle.Builder article = StatedArticle.builder(MarkdownDocument.MAPPING);
        StatedArticle stated = read.stated();
        stated.fields().forEach(article::field);
        stated.authors().forEach(article::author);
        stated.credits().forEach(credit -> article.credit(credit.name(), credit.role()));
        if (stated.value(Field.TITLE).isEmpty() && document.suppliedTitle().isEmpty()) {
            headingOf(body).ifPresent(title -> article.field(Field.TITLE, title));
        }
        article.text(new StatedText(html.render(body), true));
        return flagged(articles.articleOf(NAME, article.build(), document), read.readable());
    }

    private Optional<String> headingOf(Node body) {
        return Optional.ofNullable(body.getFirstChild())
                .filter(first -> first instanceof Heading heading && heading.getLevel() == 1)
                .map(heading -> words.render(heading).strip())
                .filter(title -> !title.isEmpty());
    }

    private static Extraction flagged(Extraction found, boolean readable) {
        if (readable) {
            return found;
        }
        List<String> flags = new ArrayList<>(found.flags());
        flags.add(ItemArticle.BAD_FIELD);
        return new Extraction(
                found.text(), found.textBlocks(), found.title(), found.extractor(), flags, found.documentMetadata());
    }
}
