package dev.tidings.schemas;

import org.jspecify.annotations.NullMarked;

/**
 * The body of an article: the blocks of its text that the article itself consists of. It is no field of the event,
 * since it would repeat the text.
 */
@NullMarked
public final class ArticleBody {

    private static final String BLANK_LINE = "\n\n";

    private ArticleBody() {}

    /**
     * Returns the body of an article: its blocks with {@code inBody}, each verbatim without the white space around
     * it, with a blank line between.
     *
     * @return empty when no block says anything of the article itself
     * @throws IndexOutOfBoundsException when a block lies outside of the text
     */
    public static String of(EnrichedArticle article) {
        String text = article.getText();
        StringBuilder body = new StringBuilder(text.length());
        for (Block block : article.getBlocks()) {
            String content = block.getInBody() ? content(text, block) : "";
            if (!content.isEmpty()) {
                body.append(body.isEmpty() ? "" : BLANK_LINE).append(content);
            }
        }
        return body.toString();
    }

    private static String content(String text, Block block) {
        return text.substring(Math.toIntExact(block.getStart()), Math.toIntExact(block.getEnd()))
                .strip();
    }
}
