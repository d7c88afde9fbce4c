package dev.tidings.streams.extract.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells elements that rarely hold the article by tag, role and the words in their class and id. */
final class Suspicion {

    private static final Set<String> TAGS = Set.of("nav", "footer", "aside", "form", "dialog", "menu");

    private static final Set<String> ROLES = Set.of(
            "navigation", "complementary", "contentinfo", "banner", "dialog", "alertdialog", "search", "menu", "form");

    private static final Pattern WORDS = Pattern.compile(
            "(?:^|[\\s_-])(?:related|recommend\\w*|read-?more|more-?(?:news|stories|from|on)|also-?read|teasers?|promo\\w*|sidebar|side-bar"
                    + "|share|sharing|social\\w*|comments?|disqus|newsletter\\w*|subscri\\w+|signup|sign-up|login|register"
                    + "|advert\\w*|ads?|sponsor\\w*|taboola|outbrain|cookie\\w*|consent|gdpr|banner"
                    + "|breadcrumbs?|pagination|pager|tags?|tag-?list|keywords|topics?|author-?(?:bio|box|info|card)|biography"
                    + "|footer|copyright|disclaimer|toolbar|menu|nav|navbar|navigation|widget\\w*|most-?(?:read|popular|viewed)"
                    + "|popular|trending|latest|ticker|tooltip|modal|popup|overlay|toc|table-of-contents|feedback|poll|survey|quiz"
                    + "|caption|byline|meta|metadata|timestamp|dateline|infobox|factbox|visually-?hidden|sr-?only|screen-?reader\\w*)"
                    + "(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GRAVE =
            Pattern.compile("comment|related|recommend|cookie|consent|disqus|kommentar", Pattern.CASE_INSENSITIVE);

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private Suspicion() {}

    /** Returns whether an element may be no part of the article. */
    static boolean isSuspect(Element element) {
        if (TAGS.contains(element.normalName()) || ROLES.contains(element.attr("role"))) {
            return true;
        }
        String names = element.className() + ' ' + element.id();
        return names.length() > 1
                && WORDS.matcher(CAMEL.matcher(names).replaceAll("-")).find();
    }

    /** Returns whether the suspicion is so strong that only most of the prose clears it. */
    static boolean isGrave(Element element) {
        return element.normalName().equals("footer")
                || element.normalName().equals("nav")
                || GRAVE.matcher(element.className() + ' ' + element.id()).find();
    }

    /** Returns whether a browser would not show an element. */
    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }
}
