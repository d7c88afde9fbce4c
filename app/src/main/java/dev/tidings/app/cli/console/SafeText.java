package dev.tidings.app.cli.console;

import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Text of strangers, made safe for a terminal: it cannot move the cursor, change colours, or turn the direction of what
 * stands beside it.
 */
public final class SafeText {
    /** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, Unicode Standard Annex 9. */
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';
    private static final char ELLIPSIS = '…';

    private SafeText() {}

    /** The text on one line: control characters, line ends and direction controls are written as escapes. */
    public static String escapeControls(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> appendEscaped(point, safe));
        return safe.toString();
    }

    /** The text, set apart when any of it runs from right to left, so that the columns beside it stay in place. */
    public static String isolateDirection(String text) {
        return text.codePoints().anyMatch(SafeText::runsLeft) ? ISOLATE + text + END_OF_ISOLATE : text;
    }

    /** How many columns of a terminal the text takes: 0 for a combining mark, 2 for a wide character. */
    public static int columnWidth(String text) {
        return text.codePoints().map(SafeText::columnWidth).sum();
    }

    /** The text cut to so many columns, with an ellipsis where something is missing; never within a character. */
    public static String cutToWidth(String text, int columns) {
        if (columnWidth(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int room = columns - 1;
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            int point = text.codePointAt(index);
            room -= columnWidth(point);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append(ELLIPSIS).toString();
    }

    private static int columnWidth(int point) {
        return Math.max(0, WCWidth.wcwidth(point));
    }

    private static void appendEscaped(int point, StringBuilder safe) {
        switch (point) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> {
                if (isDangerous(point)) {
                    safe.append(String.format(Locale.ROOT, "\\u%04x", point));
                } else {
                    safe.appendCodePoint(point);
                }
            }
        }
    }

    private static boolean isDangerous(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean runsLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
