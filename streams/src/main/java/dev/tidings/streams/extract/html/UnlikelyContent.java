package dev.tidings.streams.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells elements that rarely hold the article by tag, role and the words in their class and id. */
final class UnlikelyContent {

    private static final Set<String> TAGS = Set.of("nav", "footer", "aside", "form", "dialog", "menu");

    private static final Set<String> ROLES =
            nameWords("navigation complementary contentinfo banner dialog alertdialog search menu form");

    private static final Set<String> WORDS = nameWords(
            "related readmore teaser teasers sidebar share sharing comment comments disqus signup login register ad ads taboola outbrain"
                    + " consent gdpr banner breadcrumb breadcrumbs pagination pager tag tags taglist keywords topic topics biography"
                    + " footer copyright disclaimer toolbar menu nav navbar navigation mostread mostpopular popular trending latest"
                    + " ticker tooltip modal popup overlay toc feedback poll survey quiz caption byline meta metadata timestamp"
                    + " dateline infobox factbox");

    private static final Set<String> PAIRS = nameWords(
            "read-more more-news more-stories more-from more-on also-read side-bar sign-up tag-list author-bio author-box"
                    + " author-info author-card most-read most-popular most-viewed table-of visually-hidden sr-only screen-reader");

    private static final List<String> BEGINNINGS =
            List.of("recommend", "promo", "social", "newsletter", "subscri", "advert", "sponsor", "cookie", "widget");

    private static final List<String> GRAVE =
            List.of("comment", "related", "recommend", "cookie", "consent", "disqus", "kommentar");

    private UnlikelyContent() {}

    private static Set<String> nameWords(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** Returns whether an element may be no part of the article. */
    static boolean isUnlikely(Element element) {
        if (TAGS.contains(element.normalName())) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        return ROLES.contains(element.attr("role")) || isUnlikely(element.className()) || isUnlikely(element.id());
    }

    private static boolean isUnlikely(String names) {
        String before = "";
        for (String word : splitName(names)) {
            if (WORDS.contains(word)
                    || PAIRS.contains(before + '-' + word)
                    || BEGINNINGS.stream().anyMatch(word::startsWith)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    /** Cuts names at white space, dashes, underscores and where a capital follows a small letter. */
    private static List<String> splitName(String names) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            boolean end = i == names.length();
            boolean gap = !end
                    && (names.charAt(i) == '-' || names.charAt(i) == '_' || Character.isWhitespace(names.charAt(i)));
            boolean hump = !end
                    && i > start
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (end || gap || hump) {
                if (i > start) {
                    words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = gap ? i + 1 : i;
            }
        }
        return words;
    }

    /**
     * Returns whether tag, role or name of an element speak so strongly against it that only most of the prose
     * outweighs them.
     */
    static boolean isVeryUnlikely(Element element) {
        String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
        return element.normalName().equals("footer")
                || element.normalName().equals("nav")
                || GRAVE.stream().anyMatch(names::contains);
    }

    /** Returns whether a browser would not show an element. */
    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || isHiddenByStyle(element.attr("style"));
    }

    private static boolean isHiddenByStyle(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String tight = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return tight.contains("display:none") || tight.contains("visibility:hidden");
    }
}
