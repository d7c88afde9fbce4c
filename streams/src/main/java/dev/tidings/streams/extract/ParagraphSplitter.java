package dev.tidings.streams.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a plain text into paragraphs that tile it.
 *
 * <p>A blank line parts paragraphs. A line break does too, unless the text is wrapped by hand, which is when no line is
 * longer than {@value #MAX_WRAPPED_LINE_CHARS} units. A text that has lost its line breaks altogether keeps a trace of
 * them: two spaces after a sentence.
 */
final class ParagraphSplitter {

    /** Most blocks of one text; a text of a million lines is a list, not an article. */
    static final int MAX_BLOCKS = 10_000;

    private static final int MAX_WRAPPED_LINE_CHARS = 100;

    /** Returns the paragraphs in order; none for an empty text. */
    List<TextBlock> splitParagraphs(String text) {
        boolean wrapped = longestLine(text) <= MAX_WRAPPED_LINE_CHARS;
        boolean lines = text.indexOf('\n') >= 0;
        List<TextBlock> textBlocks = new ArrayList<>();
        int start = 0;
        int position = afterSpace(text, 0);
        while (position < text.length() && textBlocks.size() < MAX_BLOCKS - 1) {
            int content = lines ? endOfLine(text, position) : endOfWord(text, position);
            int next = afterSpace(text, content);
            if (next == text.length()) {
                break;
            }
            if (lines ? partsLines(text, content, next, wrapped) : partsSentences(text, content, next)) {
                textBlocks.add(new TextBlock(start, next, TextBlockRole.PARAGRAPH));
                start = next;
            }
            position = next;
        }
        if (start < text.length()) {
            textBlocks.add(new TextBlock(start, text.length(), TextBlockRole.PARAGRAPH));
        }
        return textBlocks;
    }

    private static boolean partsLines(String text, int from, int to, boolean wrapped) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            breaks += text.charAt(i) == '\n' ? 1 : 0;
        }
        return breaks > (wrapped ? 1 : 0);
    }

    private static boolean partsSentences(String text, int from, int to) {
        return to - from > 1 && SentenceEnd.endsBefore(text, from);
    }

    private static int longestLine(String text) {
        int longest = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            longest = Math.max(longest, end - start);
            start = end + 1;
        }
        return Math.max(longest, text.length() - start);
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        while (WhiteSpace.isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !WhiteSpace.isWhiteSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int afterSpace(String text, int from) {
        int end = from;
        while (end < text.length() && WhiteSpace.isWhiteSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
