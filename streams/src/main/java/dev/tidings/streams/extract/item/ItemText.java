package dev.tidings.streams.extract.item;

import dev.tidings.streams.decode.repair.ControlCharacters;
import dev.tidings.text.vocabulary.StatedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * A text out of an item, mended: programs escape HTML once too often, halve surrogate pairs, and write control characters
 * that no transport lets through otherwise.
 *
 * @param content the text
 * @param html whether it is HTML
 * @param flags codes of what was unusual
 */
record ItemText(String content, boolean html, List<String> flags) {

    /** Flag: half of a surrogate pair was replaced. */
    static final String LONE_SURROGATE = "lone_surrogate";

    private static final char REPLACEMENT = '\ufffd';

    private static final Pattern ESCAPED_TAG = Pattern.compile(
            "&(?:amp;)?lt;/?(?:p|div|br|h[1-6]|ul|ol|li|table|blockquote|span|strong|em|b|i|a|img|figure)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY = Pattern.compile(
            "&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[nm]dash|hellip);");

    /** Freezes the flags. */
    ItemText {
        flags = List.copyOf(flags);
    }

    /** Returns the mended text. */
    static ItemText of(StatedText stated) {
        List<String> flags = new ArrayList<>();
        ControlCharacters.Clean clean = ControlCharacters.removeControls(stated.content());
        if (clean.changed()) {
            flags.add("control_chars_removed");
        }
        String whole = withoutHalves(clean.text());
        if (!whole.equals(clean.text())) {
            flags.add(LONE_SURROGATE);
        }
        return unescaped(whole, stated.html(), flags);
    }

    private static ItemText unescaped(String text, boolean html, List<String> flags) {
        boolean entities = text.indexOf('&') >= 0;
        if (entities && !hasTags(text, html) && ESCAPED_TAG.matcher(text).find()) {
            String once = Parser.unescapeEntities(text, false);
            boolean twice = ESCAPED_TAG.matcher(once).find();
            return new ItemText(twice ? Parser.unescapeEntities(once, false) : once, true, flags);
        }
        if (!html && entities && ENTITY.matcher(text).find()) {
            return new ItemText(Parser.unescapeEntities(text, false), false, flags);
        }
        return new ItemText(text, html, flags);
    }

    private static boolean hasTags(String text, boolean html) {
        return html && StatedText.ofUnknown(text).html();
    }

    private static String withoutHalves(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended == null ? text : mended.toString();
    }
}
