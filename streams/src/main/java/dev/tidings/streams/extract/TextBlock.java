package dev.tidings.streams.extract;

/**
 * A stretch of a text, the white space after it included.
 *
 * @param start first UTF-16 unit
 * @param end unit after the last
 * @param role what it is
 */
public record TextBlock(int start, int end, TextBlockRole role) {

    /** Refuses an empty stretch. */
    public TextBlock {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a block spans at least one unit, was " + start + " to " + end);
        }
    }

    /** Returns what the block says: its characters without the white space around them. */
    public String visibleText(String text) {
        int first = contentStart(text);
        return text.substring(first, contentEnd(text, first));
    }

    /** Returns whether it says something, and another block the same. */
    boolean repeatsText(TextBlock other, String text) {
        int first = contentStart(text);
        int length = contentLength(text);
        int otherFirst = other.contentStart(text);
        return length > 0 && length == other.contentLength(text) && text.regionMatches(first, text, otherFirst, length);
    }

    /** Returns the number of units of what the block says. */
    int contentLength(String text) {
        int first = contentStart(text);
        return contentEnd(text, first) - first;
    }

    /** Returns where its content begins; its end when it has none. */
    int contentStart(String text) {
        int first = start;
        while (first < end && WhiteSpace.isWhiteSpace(text.charAt(first))) {
            first++;
        }
        return first;
    }

    /** Returns where its content ends. */
    int contentEnd(String text, int contentStart) {
        int last = end;
        while (last > contentStart && WhiteSpace.isWhiteSpace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    TextBlock withRole(TextBlockRole other) {
        return new TextBlock(start, end, other);
    }
}
