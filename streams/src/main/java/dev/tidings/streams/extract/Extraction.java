package dev.tidings.streams.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The article found in a document.
 *
 * @param text the whole text; every offset is in UTF-16 units into it
 * @param textBlocks the text cut into blocks: they tile it, in order, none is empty
 * @param title the title; empty when the article has none, since a title is never invented
 * @param extractor name and version of the extractor
 * @param flags codes of what was unusual, in the order found
 * @param documentMetadata what the document says about itself
 */
public record Extraction(
        String text,
        List<TextBlock> textBlocks,
        Optional<Title> title,
        String extractor,
        List<String> flags,
        DocumentMetadata documentMetadata) {

    /** Flag: the article holds nothing to read. */
    public static final String EMPTY = "empty";

    /** Flag: the text has more blocks than are told apart; the last one holds the rest. */
    public static final String BLOCKS_CUT = "blocks_cut";

    /** Flag: the document is readable, but no article was found in it. */
    public static final String NO_ARTICLE = "no_article";

    /** Flag: a comment or script that never ends swallowed the rest of the page. */
    public static final String MALFORMED = "malformed";

    /** Flag: the document holds several articles of their own. */
    public static final String MULTIPLE_ARTICLES = "multiple_articles";

    /** Flag: the document gives a date of publication that cannot be one; it was left out. */
    public static final String DATE_INVALID = "date_invalid";

    private static final String BLANK_LINE = "\n\n";

    /** Makes the extraction of a document that says nothing about itself. */
    public Extraction(
            String text, List<TextBlock> textBlocks, Optional<Title> title, String extractor, List<String> flags) {
        this(text, textBlocks, title, extractor, flags, DocumentMetadata.NONE);
    }

    /** Refuses blocks that do not tile the text. */
    public Extraction {
        textBlocks = List.copyOf(textBlocks);
        flags = List.copyOf(flags);
        int position = 0;
        for (TextBlock textBlock : textBlocks) {
            if (textBlock.start() != position) {
                throw new IllegalArgumentException(
                        "a block begins at " + textBlock.start() + " instead of " + position);
            }
            position = textBlock.end();
        }
        if (position != text.length()) {
            throw new IllegalArgumentException("blocks end at " + position + " instead of " + text.length());
        }
    }

    /**
     * Returns this with some blocks as boilerplate. A title that was only read off one of them was none.
     *
     * @param which numbers of the blocks, from 0
     */
    public Extraction withBoilerplate(Set<Integer> which) {
        List<TextBlock> marked = new ArrayList<>(textBlocks);
        which.forEach(block -> marked.set(block, textBlocks.get(block).withRole(TextBlockRole.BOILERPLATE)));
        boolean titleLost =
                which.stream().anyMatch(block -> textBlocks.get(block).role() == TextBlockRole.HEADLINE);
        Optional<Title> left =
                title.filter(found -> !titleLost || !found.origin().isLine());
        return new Extraction(text, marked, left, extractor, flags, documentMetadata);
    }

    /** Returns this with other metadata. */
    public Extraction withMetadata(DocumentMetadata metadata) {
        return new Extraction(text, textBlocks, title, extractor, flags, metadata);
    }

    /** Returns the article itself: what the body's blocks say, each verbatim, with a blank line between. */
    public String body() {
        StringBuilder body = new StringBuilder(text.length());
        for (TextBlock textBlock : textBlocks) {
            int start = textBlock.contentStart(text);
            int end = textBlock.contentEnd(text, start);
            if (textBlock.role().isBody() && start < end) {
                body.append(body.isEmpty() ? "" : BLANK_LINE).append(text, start, end);
            }
        }
        return body.toString();
    }

    /** Returns where the parts of {@link #body()} stand in the text. */
    public BodyPositions bodyPositions() {
        return BodyPositions.of(text, textBlocks, BLANK_LINE.length());
    }
}
