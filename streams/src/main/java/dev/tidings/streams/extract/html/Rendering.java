package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.Block;
import dev.tidings.streams.extract.BlockRole;
import java.util.ArrayList;
import java.util.List;

/** Puts paragraphs into one text with a blank line between, tiled by their blocks. For one page. */
final class Rendering {

    private static final String BLANK_LINE = "\n\n";

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    /** Adds a paragraph; one without a character is left out. */
    void add(String paragraph, BlockRole role) {
        if (paragraph.isEmpty()) {
            return;
        }
        if (!blocks.isEmpty()) {
            text.append(BLANK_LINE);
            Block last = blocks.remove(blocks.size() - 1);
            blocks.add(new Block(last.start(), text.length(), last.role()));
        }
        blocks.add(new Block(text.length(), text.length() + paragraph.length(), role));
        text.append(paragraph);
    }

    /** Returns how many characters of it are the article. */
    int bodyLength() {
        return blocks.stream()
                .filter(block -> block.role().isBody())
                .mapToInt(block -> block.end() - block.start())
                .sum();
    }

    String text() {
        return text.toString();
    }

    List<Block> blocks() {
        return blocks;
    }
}
