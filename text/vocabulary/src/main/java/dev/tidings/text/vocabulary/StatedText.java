package dev.tidings.text.vocabulary;

import java.util.regex.Pattern;

/**
 * A text as a source states it.
 *
 * @param content verbatim
 * @param html whether it is HTML: a fragment, or a whole page
 */
public record StatedText(String content, boolean html) {

    /** Tags that prose has when it is marked up; a script alone, or a sign that less is meant by, is none of them. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|pre|article|section|aside|span|strong|em"
                    + "|b|i|u|a|img|picture|figure|figcaption|video|audio|iframe|small|font|center|sup|sub|html|body)"
                    + "(?:\\s[^<>]{0,2000}|/)?>",
            Pattern.CASE_INSENSITIVE);

    /** Returns a text whose field does not say what it is; its tags do. */
    public static StatedText ofUnknown(String content) {
        return new StatedText(
                content, content.indexOf('<') >= 0 && TAG.matcher(content).find());
    }

    /** Returns about how many characters of it are not markup. */
    int visibleLength() {
        if (!html) {
            return content.length();
        }
        int visible = 0;
        boolean tag = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '<') {
                tag = true;
            } else if (c == '>' && tag) {
                tag = false;
            } else if (!tag) {
                visible++;
            }
        }
        return visible;
    }
}
