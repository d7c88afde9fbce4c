package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import java.util.ArrayList;
import java.util.List;

/** Puts paragraphs into one text with a blank line between, tiled by their blocks. For one page. */
final class Rendering {

    private static final String BLANK_LINE = "\n\n";

    private final StringBuilder text = new StringBuilder();
    private final List<TextBlock> textBlocks = new ArrayList<>();

    /** Adds a paragraph; one without a character is left out. */
    void addParagraph(String paragraph, TextBlockRole role) {
        if (paragraph.isEmpty()) {
            return;
        }
        if (!textBlocks.isEmpty()) {
            text.append(BLANK_LINE);
            TextBlock last = textBlocks.remove(textBlocks.size() - 1);
            textBlocks.add(new TextBlock(last.start(), text.length(), last.role()));
        }
        textBlocks.add(new TextBlock(text.length(), text.length() + paragraph.length(), role));
        text.append(paragraph);
    }

    /** Returns how many characters of it are the article. */
    int bodyLength() {
        return textBlocks.stream()
                .filter(textBlock -> textBlock.role().isBody())
                .mapToInt(textBlock -> textBlock.end() - textBlock.start())
                .sum();
    }

    String text() {
        return text.toString();
    }

    List<TextBlock> blocks() {
        return textBlocks;
    }
}
