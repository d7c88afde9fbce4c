package dev.tidings.producer.format.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a web page by its first characters. */
final class Markup {

    private static final int MIN_TAGS = 3;

    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern TAG = Pattern.compile(
            "<(?:/(?:p|div|h[1-6]|li|ul|table|tr|span|article|section|a|strong|em)|br\\s*/?|meta\\s[^>]{0,500}|title)>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY_TAG = Pattern.compile("<[a-zA-Z!/][^<>]{0,2000}>");

    private Markup() {}

    /** Returns whether it begins as a page does. */
    static boolean beginsAsPage(String start) {
        return PAGE.matcher(start).region(behindProlog(start), start.length()).lookingAt();
    }

    /** Returns whether it is a page, or a part of one with paragraphs. */
    static boolean isPage(String start) {
        return beginsAsPage(start) || hasTags(start);
    }

    /** Returns whether there is a single tag in it. */
    static boolean hasAnyTag(String start) {
        return ANY_TAG.matcher(start).find();
    }

    /** Passes over declaration, comments and white space. */
    private static int behindProlog(String start) {
        int at = 0;
        while (at < start.length()) {
            if (Character.isWhitespace(start.charAt(at))) {
                at++;
            } else if (start.startsWith("<?", at)) {
                at = behind("?>", start, at);
            } else if (start.startsWith("<!--", at)) {
                at = behind("-->", start, at);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int behind(String end, String start, int from) {
        int at = start.indexOf(end, from);
        return at < 0 ? start.length() : at + end.length();
    }

    private static boolean hasTags(String start) {
        if (start.indexOf('<') < 0 || start.startsWith("<?xml")) {
            return false;
        }
        Matcher tags = TAG.matcher(start);
        int count = 0;
        while (count < MIN_TAGS && tags.find()) {
            count++;
        }
        return count == MIN_TAGS;
    }
}
