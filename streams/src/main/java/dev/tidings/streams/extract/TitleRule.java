package dev.tidings.streams.extract;

import java.util.List;
import java.util.Optional;

/**
 * Finds the title: the supplied one, else a first block that is short, ends no sentence and stands above a blank line
 * and a longer block. An article that has no such block has no title.
 */
final class TitleRule {

    private static final int MAX_TITLE_CHARS = 150;

    /**
     * Returns the title and marks its block.
     *
     * @param textBlocks blocks of the document's text; marked in place
     * @param first index of the first block that is not metadata
     */
    Optional<Title> findTitle(Document document, List<TextBlock> textBlocks, int first) {
        Optional<Title> supplied = document.suppliedTitle()
                .filter(title -> !Blank.isBlank(title))
                .map(title -> new Title(title, Title.Origin.SUPPLIED));
        Optional<Title> title = supplied.or(() -> firstLine(document.content(), textBlocks, first));
        title.filter(found -> first < textBlocks.size())
                .filter(found -> Title.oneLine(textBlocks.get(first).visibleText(document.content()))
                        .equals(found.text()))
                .ifPresent(found -> textBlocks.set(first, textBlocks.get(first).withRole(TextBlockRole.HEADLINE)));
        return title;
    }

    private static Optional<Title> firstLine(String text, List<TextBlock> textBlocks, int first) {
        if (first + 1 >= textBlocks.size()) {
            return Optional.empty();
        }
        TextBlock textBlock = textBlocks.get(first);
        if (textBlock.contentLength(text) > MAX_TITLE_CHARS) {
            return Optional.empty();
        }
        String content = textBlock.visibleText(text);
        boolean title = content.indexOf('\n') < 0
                && !Blank.isBlank(content)
                && !SentenceEnd.endsBefore(content, content.length())
                && beforeBlankLine(text, textBlock)
                && textBlocks.get(first + 1).contentLength(text) > content.length();
        return title
                ? Optional.of(new Title(content, first == 0 ? Title.Origin.FIRST_LINE : Title.Origin.AFTER_METADATA))
                : Optional.empty();
    }

    private static boolean beforeBlankLine(String text, TextBlock textBlock) {
        String gap = text.substring(textBlock.start(), textBlock.end());
        String space = gap.substring(gap.stripTrailing().length());
        return space.indexOf('\n') != space.lastIndexOf('\n');
    }
}
