package dev.tidings.streams.extract;

/**
 * The title of an article.
 *
 * @param text the title on one line, not blank
 * @param origin where it was found
 */
public record Title(String text, Origin origin) {

    /** Headlines in Japanese part their halves by it. */
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    /** Where a title was found. */
    public enum Origin {
        /** The source gave it beside the document. */
        SUPPLIED,
        /** The document's markup names it. */
        MARKUP,
        /** It is the first line. */
        FIRST_LINE,
        /** It is the first line after lines about the article. */
        AFTER_METADATA;

        /** Returns whether it is nothing but a line that stands where titles stand. */
        public boolean isLine() {
            return this == FIRST_LINE || this == AFTER_METADATA;
        }
    }

    /** Puts the text on one line and refuses a blank one. */
    public Title {
        text = oneLine(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a title has at least one character");
        }
    }

    /**
     * Returns a text on one line: runs of white space and control characters are one space, none at the ends; a space
     * of its own kind (ideographic, not to be broken) stays what it is.
     */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c)) {
                line.append(c);
            } else if (!line.isEmpty() && !endsWithSpace(line)) {
                line.append(isOfItsOwnKind(c) ? c : ' ');
            }
        }
        line.setLength(endsWithSpace(line) ? line.length() - 1 : line.length());
        return line.toString();
    }

    private static boolean endsWithSpace(StringBuilder line) {
        return !line.isEmpty() && Character.isSpaceChar(line.charAt(line.length() - 1));
    }

    private static boolean isOfItsOwnKind(char space) {
        return space == IDEOGRAPHIC_SPACE || (Character.isSpaceChar(space) && !Character.isWhitespace(space));
    }
}
