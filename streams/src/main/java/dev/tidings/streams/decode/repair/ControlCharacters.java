package dev.tidings.streams.decode.repair;

/**
 * Keeps control characters out of texts: databases refuse U+0000 and terminals obey the others. Line breaks of every
 * kind become {@code \n}; tabs stay.
 */
public final class ControlCharacters {

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final char NEXT_LINE = '\u0085';
    private static final char BEHIND_CONTROLS = '\u00a0';
    private static final char VERTICAL_TAB = '\u000b';
    private static final char FORM_FEED = '\f';

    /**
     * A text without control characters.
     *
     * @param text the text
     * @param changed whether more than the line ends of another system had to go
     */
    public record Clean(String text, boolean changed) {}

    private ControlCharacters() {}

    public static Clean removeControls(String text) {
        int first = 0;
        while (first < text.length() && !needsCleaning(text.charAt(first))) {
            first++;
        }
        return first == text.length() ? new Clean(text, false) : removeFrom(first, text);
    }

    private static Clean removeFrom(int first, String text) {
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        boolean changed = false;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!needsCleaning(c)) {
                kept.append(c);
            } else if (c != '\r') {
                changed = true;
                kept.append(breaksLine(c) ? "\n" : "");
            } else if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                kept.append('\n');
            }
        }
        return new Clean(kept.toString(), changed);
    }

    private static boolean needsCleaning(char c) {
        return c < BEHIND_CONTROLS
                ? Character.isISOControl(c) && c != '\t' && c != '\n'
                : c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    private static boolean breaksLine(char c) {
        return c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR || c == NEXT_LINE || c == VERTICAL_TAB || c == FORM_FEED;
    }
}
