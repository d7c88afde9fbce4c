package dev.tidings.streams.extract;

import java.util.List;
import java.util.Optional;

/**
 * Finds the title: the supplied one, else a first block that is short, ends no sentence and stands above a blank line and
 * a longer block. An article that has no such block has no title.
 */
final class TitleRule {

    private static final int LONGEST = 150;

    /**
     * Returns the title and marks its block.
     *
     * @param blocks blocks of the document's text; marked in place
     * @param first index of the first block that is not metadata
     */
    Optional<Title> find(Document document, List<Block> blocks, int first) {
        Optional<Title> supplied = document.suppliedTitle()
                .filter(title -> !Blank.isBlank(title))
                .map(title -> new Title(title, Title.Origin.SUPPLIED));
        Optional<Title> title = supplied.or(() -> firstLine(document.content(), blocks, first));
        title.filter(found -> first < blocks.size())
                .filter(found -> Title.oneLine(blocks.get(first).content(document.content()))
                        .equals(found.text()))
                .ifPresent(found -> blocks.set(first, blocks.get(first).as(BlockRole.HEADLINE)));
        return title;
    }

    private static Optional<Title> firstLine(String text, List<Block> blocks, int first) {
        if (first + 1 >= blocks.size()) {
            return Optional.empty();
        }
        Block block = blocks.get(first);
        String content = block.content(text);
        boolean title = content.length() <= LONGEST
                && content.indexOf('\n') < 0
                && !Blank.isBlank(content)
                && !SentenceEnd.before(content, content.length())
                && beforeBlankLine(text, block)
                && blocks.get(first + 1).content(text).length() > content.length();
        return title
                ? Optional.of(new Title(content, first == 0 ? Title.Origin.FIRST_LINE : Title.Origin.AFTER_METADATA))
                : Optional.empty();
    }

    private static boolean beforeBlankLine(String text, Block block) {
        String gap = text.substring(block.start(), block.end());
        String space = gap.substring(gap.stripTrailing().length());
        return space.indexOf('\n') != space.lastIndexOf('\n');
    }
}
